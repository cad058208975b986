package org.iolaus.simulator.campaign;

import java.util.List;

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
 */
public record Shape(String name, String expect, Size size, Work work, Exits exits, Life life, Tempo tempo) {
    /**
     * How large it is.
     *
     * @param accounts accounts alive at once
     * @param median median number of exchanges an account in two weeks
     * @param endUsers end users it runs inside a reseller's account
     */
    public record Size(int accounts, double median, int endUsers) {
        public Size {
            positive("accounts", accounts);
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
     */
    public record Work(List<String> kinds, int wordings, double cover, boolean reworded, double pivot) {
        public Work {
            kinds = List.copyOf(kinds);
            positive("wordings", wordings);
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
     */
    public record Exits(Network network, int perAccount, int pool, int rotationMinutes) {
        public Exits {
            positive("exits per account", perAccount);
            positive("pool", pool);
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
     */
    public record Life(Signup signup, int accountsPerCard, double days, double from, double to) {
        public Life {
            positive("accounts per card", accountsPerCard);
        }
    }

    /**
     * When it works.
     *
     * @param clock hours of the day
     * @param jitterMinutes longest delay after a batch's start, for {@link Clock#BATCHES}
     */
    public record Tempo(Clock clock, int jitterMinutes) {}

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

    /** A campaign with middling knobs: rented exits, shared cards, bursts of sign-ups, some cover. */
    public static Shape plain(String name, int accounts, double median, String... kinds) {
        return new Shape(
                name,
                "restrict",
                new Size(accounts, median, 0),
                new Work(List.of(kinds), 3, 0.2, false, 0.45),
                new Exits(Network.DATACENTRE, 5, Math.max(12, accounts / 4), 60),
                new Life(Signup.BURSTS, 12, 0, 0, 1),
                new Tempo(Clock.ROUND_THE_CLOCK, 0));
    }

    public Shape expecting(String answer) {
        return new Shape(name, answer, size, work, exits, life, tempo);
    }

    public Shape from(Network network, int perAccount, int pool, int rotationMinutes) {
        Exits other = new Exits(network, perAccount, pool, rotationMinutes);
        return new Shape(name, expect, size, work, other, life, tempo);
    }

    public Shape cards(int accountsPerCard) {
        Life other = new Life(life.signup(), accountsPerCard, life.days(), life.from(), life.to());
        return new Shape(name, expect, size, work, exits, other, tempo);
    }

    public Shape signedUp(Signup signup) {
        Life other = new Life(signup, life.accountsPerCard(), life.days(), life.from(), life.to());
        return new Shape(name, expect, size, work, exits, other, tempo);
    }

    public Shape living(double days, double from, double to) {
        Life other = new Life(life.signup(), life.accountsPerCard(), days, from, to);
        return new Shape(name, expect, size, work, exits, other, tempo);
    }

    public Shape working(Clock clock, int jitterMinutes) {
        return new Shape(name, expect, size, work, exits, life, new Tempo(clock, jitterMinutes));
    }

    public Shape covered(double share) {
        Work other = new Work(work.kinds(), work.wordings(), share, work.reworded(), work.pivot());
        return new Shape(name, expect, size, other, exits, life, tempo);
    }

    public Shape rewording() {
        Work other = new Work(work.kinds(), work.wordings(), work.cover(), true, work.pivot());
        return new Shape(name, expect, size, other, exits, life, tempo);
    }

    public Shape inside(int endUsers) {
        return new Shape(name, expect, new Size(size.accounts(), size.median(), endUsers), work, exits, life, tempo);
    }

    /** The same with accounts, pool and end users multiplied; at least a dozen accounts. */
    public Shape scaled(double scale) {
        int accounts = Math.max(12, (int) Math.round(size.accounts() * scale));
        int endUsers = size.endUsers() == 0 ? 0 : Math.max(12, (int) Math.round(size.endUsers() * scale));
        int pool = Math.max(6, (int) Math.round(exits.pool() * scale));
        return new Shape(name, expect, new Size(accounts, size.median(), endUsers), work, exits, life, tempo)
                .from(exits.network(), exits.perAccount(), pool, exits.rotationMinutes());
    }

    private static void positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " " + value + " must be at least 1");
        }
    }
}
