package org.iolaus.simulator.campaign;

import java.util.List;

/**
 * How a campaign behaves.
 *
 * @param name name in the labels
 * @param expect the right answer: {@code restrict}, or {@code verify} if one family of evidence is all it shows
 * @param accounts accounts alive at once
 * @param median median number of exchanges an account in two weeks
 * @param kinds kinds of work, by the names of the grammar's frames
 * @param wordings wordings a kind
 * @param network where its requests come from
 * @param exitsPerAccount exits an account uses
 * @param poolSize exits of the pool
 * @param rotationMinutes how long an exit is kept; 0 changes with every request
 * @param accountsPerCard accounts that share a card; 1 for unique cards
 * @param signup when its accounts were made
 * @param clock when it works
 * @param jitterMinutes longest delay after a batch's start, for {@link Clock#BATCHES}
 * @param cover share of exchanges that only look ordinary
 * @param reworded whether each account words its prompts anew
 * @param pivot share of traffic moved to a new model within a day of its release
 * @param lifeDays days after which an account is banned and replaced; 0 for never
 * @param firstDay day on which it starts, as a share of the window
 * @param lastDay day on which it ends, as a share of the window
 * @param insideReseller end users it runs inside a reseller's account
 */
public record Shape(
        String name,
        String expect,
        int accounts,
        double median,
        List<String> kinds,
        int wordings,
        Network network,
        int exitsPerAccount,
        int poolSize,
        int rotationMinutes,
        int accountsPerCard,
        Signup signup,
        Clock clock,
        int jitterMinutes,
        double cover,
        boolean reworded,
        double pivot,
        double lifeDays,
        double firstDay,
        double lastDay,
        int insideReseller) {
    /** Where requests come from. */
    public enum Network {
        /** Rented exits of its own. */
        DATACENTRE,
        /** Rented exits that an honest VPN service offers too. */
        SHARED_VPN,
        /** Exits in the homes of honest people. */
        RESIDENTIAL,
        /** A home of its own for each account: nothing shared. */
        SCATTERED
    }

    /** When accounts were made. */
    public enum Signup {
        /** A few bursts in the last weeks. */
        BURSTS,
        /** As ordinary customers. */
        ORDINARY,
        /** Made at least a year before. */
        AGED
    }

    /** When it works. */
    public enum Clock {
        ROUND_THE_CLOCK,
        HUMAN,
        BATCHES
    }

    public Shape {
        kinds = List.copyOf(kinds);
        if (accounts < 1 || poolSize < 1 || exitsPerAccount < 1 || accountsPerCard < 1 || wordings < 1) {
            throw new IllegalArgumentException("campaign " + name + " must have positive sizes");
        }
        if (cover < 0 || cover > 0.95) {
            throw new IllegalArgumentException("cover " + cover + " must be between 0 and 0.95");
        }
    }

    /** A campaign with middling knobs: rented exits, shared cards, bursts of sign-ups, some cover. */
    public static Shape plain(String name, int accounts, double median, String... kinds) {
        return new Shape(
                name, "restrict", accounts, median, List.of(kinds), 3, Network.DATACENTRE, 5, Math.max(12, accounts / 4),
                60, 12, Signup.BURSTS, Clock.ROUND_THE_CLOCK, 0, 0.2, false, 0.45, 0, 0, 1, 0);
    }

    public Shape expecting(String answer) {
        return new Shape(
                name, answer, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape from(Network where, int exits, int pool, int minutes) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, where, exits, pool, minutes, accountsPerCard, signup,
                clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay, insideReseller);
    }

    public Shape cards(int sharing) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                sharing, signup, clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape signedUp(Signup when) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, when, clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape working(Clock when, int jitter) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, when, jitter, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape covered(double share) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, clock, jitterMinutes, share, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape rewording() {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, clock, jitterMinutes, cover, true, pivot, lifeDays, firstDay, lastDay,
                insideReseller);
    }

    public Shape living(double days, double first, double last) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, clock, jitterMinutes, cover, reworded, pivot, days, first, last,
                insideReseller);
    }

    public Shape inside(int endUsers) {
        return new Shape(
                name, expect, accounts, median, kinds, wordings, network, exitsPerAccount, poolSize, rotationMinutes,
                accountsPerCard, signup, clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                endUsers);
    }

    /** The same with accounts, pool and end users multiplied, at least a dozen accounts. */
    public Shape scaled(double scale) {
        return new Shape(
                name, expect, Math.max(12, (int) Math.round(accounts * scale)), median, kinds, wordings, network,
                exitsPerAccount, Math.max(6, (int) Math.round(poolSize * scale)), rotationMinutes, accountsPerCard,
                signup, clock, jitterMinutes, cover, reworded, pivot, lifeDays, firstDay, lastDay,
                insideReseller == 0 ? 0 : Math.max(12, (int) Math.round(insideReseller * scale)));
    }
}
