package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Single customers with one narrow, demanding need, such as a tutoring app or a code review bot. */
public record Specialist() implements Archetype {
    private static final List<String> KINDS =
            List.of("reasoning", "agentic-coding", "data-analysis", "tool-use", "vision");

    @Override
    public String name() {
        return "specialist";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit exit = cast.world().addresses().server(random);
            Identity firm = cast.world().identity(random, country, exit.ip(), true);
            cast.add(
                    random,
                    firm.register(),
                    Label.honest(name()),
                    Voices.items(
                            cast.world().grammar(Language.ENGLISH),
                            random,
                            List.of(KINDS.get(random.nextInt(KINDS.size()))),
                            900,
                            new ItemScript.Partition(0, 1, 0.03),
                            0.2),
                    Route.fixed(exit),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Steady(0.6),
                    500);
        }
    }
}
