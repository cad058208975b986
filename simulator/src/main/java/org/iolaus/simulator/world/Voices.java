package org.iolaus.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Chance;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.Habit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Lengths;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.actor.Upkeep;
import org.iolaus.simulator.text.Bindings;
import org.iolaus.simulator.text.Grammar;

/** Makes scripts: a voice of its own for each person, a wording of its own for each task. */
public final class Voices {
    private static final List<String> OWN =
            List.of("opener", "closer", "project", "firm", "city", "person", "stack", "topic", "hobby", "job");

    private Voices() {}

    /** Somebody who talks freely under one system prompt, or none if it is empty. */
    public static FreeScript free(
            Grammar grammar,
            SplittableRandom random,
            List<String> rules,
            String system,
            List<String> tools,
            double outputMedian) {
        return free(grammar, random, rules, Prompts.always(system), tools, outputMedian);
    }

    /** System prompts of somebody's own, as many as their habit wants, from any of {@code rules}. */
    public static Prompts prompts(Grammar grammar, SplittableRandom random, double bare, String... rules) {
        Habit habit = Habit.of(random.nextLong());
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < habit.prompts(); i++) {
            kept.add(grammar.expand(rules[random.nextInt(rules.length)], random));
        }
        return new Prompts(kept, habit, bare, Upkeep.draw(random));
    }

    /** Internal assistants of one firm, at most {@code most}. */
    public static List<String> assistants(Grammar grammar, SplittableRandom random, int most) {
        List<String> assistants = new ArrayList<>();
        for (int i = random.nextInt(1, most + 1); i > 0; i--) {
            assistants.add(grammar.expand("system.firm", random));
        }
        return assistants;
    }

    /** A share of conversations without a system prompt: none for a third, small or large for the others. */
    public static double bare(SplittableRandom random) {
        double most = random.nextBoolean() ? 1 : random.nextDouble();
        return random.nextInt(3) == 0 ? 0 : most * random.nextDouble();
    }

    /** One account's work on a data set of its own, in as many steps, wordings and variants as its habit wants. */
    public static ItemScript items(
            Grammar grammar,
            SplittableRandom random,
            List<String> kinds,
            double outputMedian,
            ItemScript.Order order,
            double followUps) {
        long dataset = random.nextLong();
        int first = random.nextInt(kinds.size());
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < ItemScript.habit(dataset, 0).prompts(); i++) {
            String kind = kinds.get((first + i) % kinds.size());
            Task task = i > 0 && random.nextInt(3) == 0
                    ? variant(tasks.getLast(), random)
                    : task(grammar, random, kind, outputMedian);
            tasks.add(task);
        }
        return new ItemScript(tasks, dataset, order, followUps);
    }

    private static Task variant(Task task, SplittableRandom random) {
        return task.system().isEmpty()
                ? task
                : task.under(task.system() + " " + task.user().grammar().expand("variant", random));
    }

    /** Somebody who talks freely after the given rules, with words, projects and manners of their own. */
    public static FreeScript free(
            Grammar grammar,
            SplittableRandom random,
            List<String> rules,
            Prompts prompts,
            List<String> tools,
            double outputMedian) {
        return new FreeScript(
                grammar,
                rules,
                prompts,
                tools,
                bindings(grammar, random),
                random.nextInt(6) == 0,
                0.35 * random.nextDouble() + 0.1,
                Lengths.draw(random, outputMedian));
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

    /**
     * A frame for a kind of work in a wording of its own: rules {@code frame.KIND.system}, {@code .user}, {@code .tools}.
     * One in eight puts its instructions at the head of the user turn.
     */
    public static Task task(Grammar grammar, SplittableRandom random, String kind, double outputMedian) {
        String stem = "frame." + kind;
        String system = part(grammar, random, stem + ".system");
        String user = grammar.expand(stem + ".user", random);
        boolean headed = !system.isEmpty() && random.nextInt(8) == 0;
        return new Task(
                kind,
                headed ? "" : system,
                grammar.template(headed ? system + "\n\n" + user : user),
                grammar.template(part(grammar, random, stem + ".tools")),
                grammar.has(stem + ".image"),
                Chance.logNormal(random, outputMedian, 0.45),
                Upkeep.draw(random));
    }

    private static String part(Grammar grammar, SplittableRandom random, String rule) {
        return grammar.has(rule) ? grammar.expand(rule, random) : "";
    }
}
