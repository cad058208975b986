package org.iolaus.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Bindings;
import org.iolaus.simulator.text.Grammar;

/** Makes scripts: a voice of its own for each person, a wording of its own for each task. */
public final class Voices {
    private static final List<String> OWN =
            List.of("opener", "closer", "project", "firm", "city", "person", "stack", "topic", "hobby", "job");

    private Voices() {}

    /** Somebody who talks freely after the given rules, with words, projects and manners of their own. */
    public static FreeScript free(
            Grammar grammar,
            SplittableRandom random,
            List<String> rules,
            String system,
            List<String> tools,
            double outputMedian) {
        return new FreeScript(
                grammar,
                rules,
                system,
                tools,
                bindings(grammar, random),
                random.nextInt(6) == 0,
                0.35 * random.nextDouble() + 0.1,
                outputMedian);
    }

    private static Bindings bindings(Grammar grammar, SplittableRandom random) {
        Map<String, String> bindings = new HashMap<>();
        for (String own : OWN) {
            if (grammar.has(own) && random.nextInt(5) > 0) {
                bindings.put("my-" + own, grammar.expand(own, random));
            }
        }
        return Bindings.of(bindings);
    }

    /** A frame for a kind of work in a wording of its own: rules {@code frame.KIND.system}, {@code .user}, {@code .tools}. */
    public static Task task(Grammar grammar, SplittableRandom random, String kind, double outputMedian) {
        String stem = "frame." + kind;
        return new Task(
                kind,
                part(grammar, random, stem + ".system"),
                grammar.template(grammar.expand(stem + ".user", random)),
                grammar.template(part(grammar, random, stem + ".tools")),
                grammar.has(stem + ".image"),
                outputMedian);
    }

    private static String part(Grammar grammar, SplittableRandom random, String rule) {
        return grammar.has(rule) ? grammar.expand(rule, random) : "";
    }
}
