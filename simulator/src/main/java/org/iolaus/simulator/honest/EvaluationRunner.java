package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Series;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Laboratories that run public benchmarks: the most repetitive traffic of all, with items that others run too. */
public record EvaluationRunner() implements Archetype {
    private static final List<String> KINDS = List.of("reasoning", "coding", "tool-use", "quiz");
    private static final int ITEMS = 1300;

    @Override
    public String name() {
        return "evaluation-runner";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        List<ItemScript> benchmarks = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String kind : KINDS) {
            Task drawn = Voices.task(grammar, random, kind, 400);
            Task task = drawn.under(drawn.system());
            benchmarks.add(new ItemScript(List.of(task), random.nextLong(), new ItemScript.Pass(0, ITEMS), 0.05));
            groups.add(cast.group(name()));
        }
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit exit = random.nextBoolean()
                    ? cast.world().addresses().site(country, random)
                    : cast.world().addresses().server(random);
            Identity identity = cast.world().identity(random, country, exit.ip(), true);
            int which = random.nextInt(benchmarks.size());
            ItemScript benchmark = benchmarks.get(which);
            cast.add(
                    random,
                    identity.register(),
                    Label.honest(name(), groups.get(which)),
                    series(grammar, random, benchmark),
                    Route.fixed(exit),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Nightly(random.nextInt(24), 4 + random.nextInt(10)),
                    600);
        }
    }

    /** A public benchmark, and tests of their own beside it. */
    private static Script series(Grammar grammar, SplittableRandom random, ItemScript benchmark) {
        List<Script> parts = new ArrayList<>();
        parts.add(new ItemScript(
                benchmark.tasks(), benchmark.dataset(), new ItemScript.Pass(random.nextInt(3) * 100, ITEMS), 0.05));
        for (int i = random.nextInt(4); i > 0; i--) {
            ItemScript.Pass pass = new ItemScript.Pass(0, random.nextInt(50, 400));
            parts.add(Voices.items(grammar, random, KINDS, 400, pass, 0.05));
        }
        return new Series(parts, random.nextInt(20, 200));
    }
}
