package org.iolaus.evaluation.baseline;

import java.util.Set;

/**
 * Scores an account as a blocklist would that knew the side of every other account: by the largest share of hostile ones,
 * hostile / (others + 1), among those with which it shares one object of any column. An account's own label is not used.
 *
 * @param hostile ids of hostile accounts
 */
record Clairvoyant(Set<String> hostile) implements Baseline {
    @Override
    public String name() {
        return "clairvoyant blocklist";
    }

    @Override
    public double[] scores(Traffic traffic) {
        double[] scores = new double[traffic.ids().size()];
        for (int[] holders : traffic.sharing(Column.values()).accounts()) {
            int bad = 0;
            for (int account : holders) {
                bad += side(traffic, account);
            }
            for (int account : holders) {
                double others = bad - side(traffic, account);
                scores[account] = Math.max(scores[account], others / holders.length);
            }
        }
        return scores;
    }

    private int side(Traffic traffic, int account) {
        return hostile.contains(traffic.ids().get(account)) ? 1 : 0;
    }
}
