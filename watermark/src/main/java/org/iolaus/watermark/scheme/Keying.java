package org.iolaus.watermark.scheme;

import java.util.Objects;

/**
 * Which key marks which position of a response.
 *
 * <p>A mark under one key an account tells accounts apart but is too thin, account by account, to be inherited by a
 * model trained on the text of many; a mark under one key a campaign is inherited, but names no account. {@link Shared}
 * has both, and each key sees half of the positions: either question needs twice the tokens.
 */
public sealed interface Keying {
    /** The key of the position after this folded window. */
    MarkKey at(long window);

    /** One key for every position. */
    record One(MarkKey key) implements Keying {
        public One {
            Objects.requireNonNull(key);
        }

        @Override
        public MarkKey at(long window) {
            return key;
        }
    }

    /**
     * The campaign's key for half of the windows and the account's for the others. The campaign's key says which, so
     * whoever holds it knows the positions that tell its accounts apart.
     */
    record Shared(MarkKey campaign, MarkKey account) implements Keying {
        /** The second word of the hash that divides windows; marks hash one word, so the two never meet. */
        private static final long DIVISION = 0x6469766973696f6eL;

        public Shared {
            if (campaign.low() == account.low() && campaign.high() == account.high()) {
                throw new IllegalArgumentException(
                        "keys %s and %s have the same secret, must differ".formatted(campaign.id(), account.id()));
            }
        }

        @Override
        public MarkKey at(long window) {
            return isOfCampaign(campaign, window) ? campaign : account;
        }

        /** Whether the position after this folded window carries the campaign's mark. */
        public static boolean isOfCampaign(MarkKey campaign, long window) {
            return SipHash.hash(campaign.low(), campaign.high(), window, DIVISION) < 0;
        }
    }
}
