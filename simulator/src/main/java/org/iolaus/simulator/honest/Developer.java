package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Voices;

/** Programmers who ask about code through the API, some with a system prompt of their own. */
public record Developer() implements Archetype {
    @Override
    public String name() {
        return "developer";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), true).register(),
                    Label.honest(name()),
                    voice(cast, random),
                    cast.homely(random, country, home),
                    cast.world()
                            .access(
                                    random,
                                    Cast.pathway(random),
                                    cast.world().clients().library(random)),
                    Cast.human(random, country),
                    36);
        }
    }

    static Script voice(Cast cast, SplittableRandom random) {
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String system = random.nextInt(10) < 3 ? grammar.expand("system.personal", random) : "";
        return Voices.free(grammar, random, List.of("dev", "dev", "dev", "chat"), system, List.of(), 500);
    }
}
