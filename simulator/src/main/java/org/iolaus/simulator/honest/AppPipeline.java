package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Firms' programs: a system prompt full of their business for each step and language, at all hours. */
public record AppPipeline() implements Archetype {
    private static final List<String> KINDS = List.of("support", "listing", "summary", "translation", "intent");

    @Override
    public String name() {
        return "app-pipeline";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            Grammar grammar = cast.world().grammar(random.nextInt(3) > 0 ? Language.ENGLISH : Language.draw(random));
            String country = Countries.draw(random);
            List<Exit> exits = new ArrayList<>();
            for (int exit = random.nextInt(1, 9); exit > 0; exit--) {
                exits.add(cast.world().addresses().server(random));
            }
            Identity identity =
                    cast.world().identity(random, country, exits.getFirst().ip(), true);
            cast.add(
                    random,
                    identity.register(),
                    Label.honest(name()),
                    Voices.items(grammar, random, KINDS, 120, new ItemScript.Partition(0, 1, 0.15), 0.15),
                    Route.rotating(exits, Rhythm.HOUR),
                    cast.world()
                            .access(
                                    random,
                                    Cast.pathway(random),
                                    cast.world().clients().library(random)),
                    new Rhythm.Steady(0.6),
                    200);
        }
    }
}
