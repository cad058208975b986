package org.iolaus.watermark.keys;

import java.util.Optional;

/** Whom a mark stands for: an account, a campaign, or an account whose text carries its campaign's mark as well. */
public sealed interface KeyOwner {
    /** The account, if the mark names one. */
    Optional<String> accountId();

    /** The campaign, if the mark names one. */
    Optional<String> campaignId();

    /** An account under its own key: traceable, but no use for radioactivity. */
    record Account(String account) implements KeyOwner {
        public Account {
            check("account", account);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }

        @Override
        public Optional<String> campaignId() {
            return Optional.empty();
        }
    }

    /** A campaign, under one key that all its accounts share. */
    record Campaign(String campaign) implements KeyOwner {
        public Campaign {
            check("campaign", campaign);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> campaignId() {
            return Optional.of(campaign);
        }
    }

    /** An account of a campaign: each position is marked with the key of one of the two. */
    record Member(String account, String campaign) implements KeyOwner {
        public Member {
            check("account", account);
            check("campaign", campaign);
        }

        @Override
        public Optional<String> accountId() {
            return Optional.of(account);
        }

        @Override
        public Optional<String> campaignId() {
            return Optional.of(campaign);
        }
    }

    private static void check(String what, String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException(what + " \"" + id + "\" must not be blank");
        }
    }
}
