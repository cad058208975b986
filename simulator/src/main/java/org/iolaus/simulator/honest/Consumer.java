package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Voices;

/** People who chat about their lives in the app, some under instructions of their own. */
public record Consumer() implements Archetype {
    @Override
    public String name() {
        return "consumer";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = random.nextInt(4) == 0
                    ? cast.world().addresses().carrier(country, random)
                    : cast.world().addresses().home(country, random);
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), false).register(),
                    Label.honest(name()),
                    voice(cast, random, country),
                    cast.homely(random, country, home),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    12);
        }
    }

    static FreeScript voice(Cast cast, SplittableRandom random, String country) {
        Language language = Language.spokenIn(country, random);
        Grammar grammar = cast.world().grammar(language);
        Prompts prompts = random.nextInt(4) == 0
                ? Voices.prompts(grammar, random, Voices.bare(random), "system.custom")
                : Prompts.NONE;
        return Voices.free(grammar, random, List.of("chat"), prompts, List.of(), 260);
    }
}
