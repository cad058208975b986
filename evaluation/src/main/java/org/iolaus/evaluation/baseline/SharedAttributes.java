package org.iolaus.evaluation.baseline;

/**
 * Scores an account by the size of its connected component, where a shared card, e-mail pattern, sign-up address, exit
 * address or client connects.
 *
 * @param maxHolders accounts above which an object connects nobody
 */
record SharedAttributes(int maxHolders) implements Baseline {
    @Override
    public String name() {
        return "shared attributes, "
                + (maxHolders == Integer.MAX_VALUE ? "any" : "objects of at most " + maxHolders + " accounts");
    }

    @Override
    public double[] scores(Traffic traffic) {
        Components components = new Components(traffic.ids().size());
        int[][] objects = traffic.sharing(
                        Column.PAYMENT, Column.EMAIL_PATTERN, Column.SIGNUP_ADDRESS, Column.EXIT_ADDRESS, Column.CLIENT)
                .accounts();
        for (int[] holders : objects) {
            for (int i = 1; i < holders.length && holders.length <= maxHolders; i++) {
                components.join(holders[0], holders[i]);
            }
        }
        double[] scores = new double[traffic.ids().size()];
        for (int account = 0; account < scores.length; account++) {
            scores[account] = components.size(account) - 1;
        }
        return scores;
    }
}
