package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Habit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Upkeep;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Voices;

/** Strangers who run the same few agent frameworks: equal system prompts, equal tools, work of their own. */
public record FrameworkUser() implements Archetype {
    @Override
    public String name() {
        return "framework-user";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        List<List<String>> systems = new ArrayList<>();
        List<List<String>> tools = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            systems.add(agents(grammar, random));
            tools.add(List.of(grammar.expand("framework.tools", random).split("\n", -1)));
        }
        for (int i = 0; i < accounts; i++) {
            int framework = random.nextInt(6) * random.nextInt(6) / 5;
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Script script = Voices.free(
                    grammar,
                    random,
                    List.of("agent", "agent", "dev"),
                    new Prompts(systems.get(framework), Habit.of(random.nextLong()), 0, Upkeep.draw(random)),
                    tools.get(framework),
                    700);
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), true).register(),
                    Label.honest(name()),
                    script,
                    cast.homely(random, country, home),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    Cast.programmer(random, country),
                    67);
        }
    }

    /** A framework's main prompt and those of the agents that it calls in. */
    private static List<String> agents(Grammar grammar, SplittableRandom random) {
        List<String> prompts = new ArrayList<>();
        prompts.add(grammar.expand("system.framework", random));
        for (int i = random.nextInt(7); i > 0; i--) {
            prompts.add(grammar.expand("system.subagent", random));
        }
        return prompts;
    }
}
