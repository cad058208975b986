package org.iolaus.evaluation.baseline;

import java.util.List;
import java.util.Set;

/** The rivals that are measured. */
public final class Baselines {
    private Baselines() {}

    /** All rivals; the clairvoyant one knows {@code hostile}, the ids of hostile accounts. */
    public static List<Baseline> all(Set<String> hostile) {
        return List.of(
                new Volume(),
                new PromptCount(),
                new SharedAttributes(10),
                new SharedAttributes(100),
                new SharedAttributes(Integer.MAX_VALUE),
                new SharedPrompt(),
                new Peeling("exit addresses", Column.EXIT_ADDRESS),
                new Peeling("system prompts", Column.SYSTEM_PROMPT),
                new Peeling(
                        "all attributes",
                        Column.PAYMENT,
                        Column.EMAIL_PATTERN,
                        Column.SIGNUP_ADDRESS,
                        Column.EXIT_ADDRESS,
                        Column.CLIENT,
                        Column.SYSTEM_PROMPT),
                new Lockstep("openings in an hour", Column.OPENING_IN_AN_HOUR),
                new Lockstep("openings in six hours", Column.OPENING_IN_SIX_HOURS),
                new Lockstep("prompts in an hour", Column.PROMPT_IN_AN_HOUR),
                new Lockstep("prompts in six hours", Column.PROMPT_IN_SIX_HOURS),
                new Core(false),
                new Core(true),
                new ColumnAlone(org.iolaus.detection.campaign.Column.COORDINATION),
                new ColumnAlone(org.iolaus.detection.campaign.Column.EXTRACTION),
                new ColumnAlone(org.iolaus.detection.campaign.Column.CONCEALMENT),
                new Clairvoyant(hostile));
    }
}
