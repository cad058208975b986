package org.iolaus.simulator.campaign;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a campaign behaves.
 *
 * @param name name in the labels
 * @param expect the right answer: {@code restrict}, or {@code verify} if one family of evidence is all it shows
 * @param size how large it is
 * @param work what it asks for
 * @param exits where its requests come from
 * @param life how its accounts come and go
 * @param tempo when it works
 * @param ties what binds it to others
 */
public record Shape(String name, String expect, Size size, Work work, Exits exits, Life life, Tempo tempo, Ties ties) {
    public Shape {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("name " + name + " must be of a-z, 0-9 and hyphens");
        }
        if (!expect.equals("restrict") && !expect.equals("verify")) {
            throw new IllegalArgumentException("expect " + expect + " must be restrict or verify");
        }
    }

    /**
     * How large it is.
     *
     * @param accounts accounts alive at once
     * @param median median number of exchanges an account in two weeks
     * @param endUsers end users it runs inside a reseller's account
     * @param fixedTotal whether a floor under the accounts leaves the sum of exchanges as it is
     */
    public record Size(int accounts, double median, int endUsers, boolean fixedTotal) {
        /** Spread of the log-normal number of exchanges an account. */
        static final double SIGMA = 0.5;

        private static final int LEAST = 12;

        /** The size at which all accounts together make about {@code total} exchanges in two weeks. */
        public static Size total(int accounts, double total, int endUsers) {
            return new Size(accounts, total / accounts / Math.exp(SIGMA * SIGMA / 2), endUsers, true);
        }

        public Size {
            positive("accounts", accounts);
            atLeastZero("end_users", endUsers);
            if (!(median >= 1 && median <= 100_000)) {
                throw new IllegalArgumentException("exchanges " + median + " must be between 1 and 100000");
            }
        }

        private Size scaled(double scale) {
            int more = Math.max(LEAST, (int) Math.round(accounts * scale));
            int users = endUsers == 0 ? 0 : Math.max(LEAST, (int) Math.round(endUsers * scale));
            double each = fixedTotal ? Math.max(1, median * accounts * scale / more) : median;
            return new Size(more, each, users, fixedTotal);
        }
    }

    /**
     * What it asks for.
     *
     * @param kinds kinds of work, by the names of the grammar's frames
     * @param wordings wordings a kind
     * @param cover share of exchanges that only look ordinary
     * @param reworded whether each account words its prompts anew
     * @param pivot share of traffic moved to a new model within a day of its release
     * @param answerTokens usual length of an answer to its work
     * @param system whether its prompts have a system part
     * @param copies archetype of an honest firm whose system prompt it copies; empty for none
     */
    public record Work(
            List<String> kinds,
            int wordings,
            double cover,
            boolean reworded,
            double pivot,
            int answerTokens,
            boolean system,
            String copies) {
        /** Archetypes that always have a system prompt. */
        private static final Set<String> MODELS = new TreeSet<>(Set.of("enterprise-seat", "framework-user"));

        /** Kinds of work that campaigns ask for. */
        public static final Set<String> KINDS = new TreeSet<>(Set.of(
                "reasoning",
                "coding",
                "agentic-coding",
                "tool-use",
                "data-analysis",
                "computer-use",
                "vision",
                "rubric",
                "rewrite",
                "refusal",
                "instructions"));

        public Work {
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty() || !KINDS.containsAll(kinds)) {
                throw new IllegalArgumentException("kinds " + kinds + " must be some of " + KINDS);
            }
            positive("wordings", wordings);
            positive("answer_tokens", answerTokens);
            share("pivot", pivot);
            if (!copies.isEmpty() && !(system && MODELS.contains(copies))) {
                throw new IllegalArgumentException(
                        "copies " + copies + " must be one of " + MODELS + " and system must be true");
            }
            if (!(cover >= 0 && cover <= 0.95)) {
                throw new IllegalArgumentException("cover " + cover + " must be between 0 and 0.95");
            }
        }
    }

    /**
     * Where its requests come from.
     *
     * @param network kind of exits
     * @param perAccount exits an account uses
     * @param pool exits in all
     * @param rotationMinutes how long an exit is kept; 0 changes with every request
     * @param clientMinutes how long a TLS fingerprint is kept; 0 for good
     */
    public record Exits(Network network, int perAccount, int pool, int rotationMinutes, int clientMinutes) {
        public Exits {
            positive("per_account", perAccount);
            positive("pool", pool);
            atLeastZero("rotation_minutes", rotationMinutes);
            atLeastZero("client_minutes", clientMinutes);
        }
    }

    /**
     * How its accounts come and go.
     *
     * @param signup when they were made
     * @param accountsPerCard accounts that share a card; 1 for unique cards
     * @param days days after which an account is banned and replaced; 0 for never
     * @param from start, as a share of the window
     * @param to end, as a share of the window
     * @param standby whether replacements are accounts kept ready, that take over within minutes
     * @param organization whether all accounts claim one organization that nobody has verified
     */
    public record Life(
            Signup signup,
            int accountsPerCard,
            double days,
            double from,
            double to,
            boolean standby,
            boolean organization) {
        public Life {
            positive("accounts_per_card", accountsPerCard);
            if (!(days >= 0)) {
                throw new IllegalArgumentException("days " + days + " must be at least 0");
            }
            share("from", from);
            share("to", to);
            if (from >= to) {
                throw new IllegalArgumentException("from " + from + " must be below to " + to);
            }
        }
    }

    /**
     * When it works.
     *
     * @param clock hours of the day
     * @param jitterMinutes longest delay after a batch's start, for {@link Clock#BATCHES}
     */
    public record Tempo(Clock clock, int jitterMinutes) {
        public Tempo {
            atLeastZero("jitter_minutes", jitterMinutes);
        }
    }

    /**
     * What binds it to others.
     *
     * @param continues earlier campaign that it is, come back after a ban; empty for none
     * @param templateOf earlier campaign of another operator, with the same prompts; empty for none
     * @param mirrored whether one honest account asks what its shards ask
     */
    public record Ties(String continues, String templateOf, boolean mirrored) {
        public Ties {
            if (!continues.isEmpty() && !templateOf.isEmpty()) {
                throw new IllegalArgumentException("continues " + continues + " must not come with template_of");
            }
        }
    }

    /** Kind of exits. */
    public enum Network {
        /** Rented exits of its own. */
        DATACENTRE,
        /** Exits of a VPN service that honest people use too. */
        SHARED_VPN,
        /** Exits in the homes of honest people. */
        RESIDENTIAL,
        /** A home of its own for each account: nothing shared. */
        SCATTERED
    }

    /** When accounts were made. */
    public enum Signup {
        /** Most in a few bursts of the last weeks, some bought. */
        BURSTS,
        /** Opened or bought one by one over the weeks before, a fifth as ordinary customers. */
        GRADUAL,
        /** As ordinary customers. */
        ORDINARY,
        /** At least a year before. */
        AGED,
        /** Hours before their first use, as after a ban. */
        FRESH
    }

    /** Hours of the day. */
    public enum Clock {
        ROUND_THE_CLOCK,
        HUMAN,
        BATCHES
    }

    /** The same with accounts, pool and end users multiplied; at least a dozen accounts. */
    public Shape scaled(double scale) {
        int pool = Math.max(6, (int) Math.round(exits.pool() * scale));
        Exits wider =
                new Exits(exits.network(), exits.perAccount(), pool, exits.rotationMinutes(), exits.clientMinutes());
        return new Shape(name, expect, size.scaled(scale), work, wider, life, tempo, ties);
    }

    private static void positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " " + value + " must be at least 1");
        }
    }

    private static void atLeastZero(String what, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " " + value + " must be at least 0");
        }
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " " + value + " must be between 0 and 1");
        }
    }
}
