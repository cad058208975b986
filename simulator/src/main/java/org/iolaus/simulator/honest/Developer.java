package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Voices;

/** Programmers who ask about code through the API, half with system prompts of their own, which they rework. */
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
            Rhythm rhythm = Cast.programmer(random, country);
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
                    rhythm,
                    rhythm instanceof Rhythm.Human ? 36 : 100);
        }
    }

    static FreeScript voice(Cast cast, SplittableRandom random) {
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        Prompts prompts = random.nextInt(3) > 0
                ? Voices.prompts(
                        grammar, random, Voices.bare(random), "system.personal", "system.personal", "system.app")
                : Prompts.NONE;
        return Voices.free(grammar, random, List.of("dev", "dev", "dev", "chat"), prompts, List.of(), 600);
    }
}
