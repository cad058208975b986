package org.iolaus.simulator.campaign;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iolaus.simulator.campaign.method.Method;

/**
 * What a campaign asks for.
 *
 * @param kinds kinds of work, by the names of the grammar's frames
 * @param wordings wordings a kind
 * @param cover share of exchanges that only look ordinary
 * @param reworded whether each account words its prompts anew
 * @param pivot share of traffic moved to a new model within a day of its release
 * @param answerTokens usual length of an answer to its work
 * @param system whether its prompts have a system part
 * @param copies archetype whose system prompt it copies, or for {@value #BENCHMARK} the whole frame; empty for none
 * @param method how it goes through what it wants
 */
public record Work(
        List<String> kinds,
        int wordings,
        double cover,
        boolean reworded,
        double pivot,
        int answerTokens,
        boolean system,
        String copies,
        Method method) {
    /** Archetype whose frames are those of public benchmarks. */
    static final String BENCHMARK = "evaluation-runner";

    /** Archetypes that always have a system prompt, and the benchmarks. */
    private static final Set<String> MODELS = new TreeSet<>(Set.of("enterprise-seat", "framework-user", BENCHMARK));

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
            "instructions",
            "trick",
            "trace-cleaning"));

    public Work {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty() || !KINDS.containsAll(kinds)) {
            throw new IllegalArgumentException("kinds " + kinds + " must be some of " + KINDS);
        }
        Limits.positive("wordings", wordings);
        Limits.positive("answer_tokens", answerTokens);
        Limits.share("pivot", pivot);
        if (!copies.isEmpty() && !(system && MODELS.contains(copies))) {
            throw new IllegalArgumentException(
                    "copies " + copies + " must be one of " + MODELS + " and system must be true");
        }
        if (!(cover >= 0 && cover <= 0.95)) {
            throw new IllegalArgumentException("cover " + cover + " must be between 0 and 0.95");
        }
    }
}
