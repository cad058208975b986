package org.iolaus.evaluation.baseline;

/** Scores an account by how many others use a system prompt of its own. */
record SharedPrompt() implements Baseline {
    @Override
    public String name() {
        return "shared system prompt";
    }

    @Override
    public double[] scores(Traffic traffic) {
        double[] scores = new double[traffic.ids().size()];
        for (int[] holders : traffic.sharing(Column.SYSTEM_PROMPT).accounts()) {
            for (int account : holders) {
                scores[account] = Math.max(scores[account], holders.length - 1);
            }
        }
        return scores;
    }
}
