package org.iolaus.simulator.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.iolaus.simulator.actor.Prompt;

/**
 * Prompts by kind of work, in the order of their files.
 *
 * @param pools prompts of each kind
 */
public record Corpus(SequencedMap<String, List<Prompt>> pools) {
    /** Kind of work that a label stands for. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("chat", "chat"),
            Map.entry("roleplay", "chat"),
            Map.entry("qa", "chat"),
            Map.entry("task", "chat"),
            Map.entry("intent", "intent"),
            Map.entry("extract", "intent"),
            Map.entry("translate", "translation"),
            Map.entry("rag_qa", "summary"),
            Map.entry("benchmark", "quiz"),
            Map.entry("political_other", "rewrite"),
            Map.entry("political", "rewrite"),
            Map.entry("table_qa", "data-analysis"),
            Map.entry("data", "data-analysis"),
            Map.entry("cot", "reasoning"),
            Map.entry("coding", "coding"),
            Map.entry("tool", "tool-use"),
            Map.entry("computer", "computer-use"),
            Map.entry("vision", "vision"),
            Map.entry("rubric", "rubric"));

    /** Kinds of work that use the prompts of another. */
    private static final Map<String, String> LIKE = Map.of(
            "support", "intent",
            "records", "intent",
            "review", "coding",
            "agentic-coding", "coding",
            "dev", "coding",
            "agent", "coding",
            "office", "chat");

    public Corpus {
        SequencedMap<String, List<Prompt>> copy = new LinkedHashMap<>();
        pools.forEach((kind, prompts) -> copy.put(kind, List.copyOf(prompts)));
        pools = copy;
    }

    /** The pool for a kind of work. */
    static String pool(String kind) {
        return LIKE.getOrDefault(kind, kind);
    }

    /** The pool for a label. */
    static String poolOfLabel(String label) {
        String kind = KINDS.get(label);
        if (kind == null) {
            List<String> known = new ArrayList<>(KINDS.keySet());
            known.sort(null);
            throw new IllegalArgumentException("label " + label + " must be one of " + known);
        }
        return kind;
    }
}
