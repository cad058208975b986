package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Script;
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
        List<String> systems = new ArrayList<>();
        List<List<String>> tools = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            systems.add(grammar.expand("system.framework", random));
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
                    systems.get(framework),
                    tools.get(framework),
                    500);
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), true).register(),
                    Label.honest(name()),
                    script,
                    cast.homely(random, country, home),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    Cast.human(random, country),
                    67);
        }
    }
}
