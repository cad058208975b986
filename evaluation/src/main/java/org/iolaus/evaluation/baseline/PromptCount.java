package org.iolaus.evaluation.baseline;

import java.util.Arrays;

/** Scores an account by the number of its system prompts, shared or not: what one account shows by itself. */
record PromptCount() implements Baseline {
    @Override
    public String name() {
        return "number of system prompts";
    }

    @Override
    public double[] scores(Traffic traffic) {
        return Arrays.stream(traffic.sharing(Column.SYSTEM_PROMPT).objects())
                .mapToDouble(prompts -> prompts.length)
                .toArray();
    }
}
