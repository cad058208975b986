package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A hackathon: accounts made at the venue, flat out for 36 hours, each team with a project of its own. */
public record Hackathon() implements Archetype {
    @Override
    public String name() {
        return "hackathon";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        Exit venue = cast.world().addresses().site(country, random);
        long opening = cast.world().start()
                + random.nextLong(Math.max(1, cast.world().days() - 3)) * Rhythm.DAY
                + 9 * Rhythm.HOUR;
        Prompts prompts = Prompts.NONE;
        for (int i = 0; i < accounts; i++) {
            Identity hacker = cast.world().identity(random, country, venue.ip(), true);
            hacker.createdMicros = opening + random.nextLong(3 * Rhythm.HOUR);
            if (i % 4 == 0) {
                prompts = Voices.prompts(grammar, random, 0, "system.app");
            }
            Script script = Voices.free(grammar, random, List.of("dev", "agent", "dev"), prompts, List.of(), 600);
            cast.add(
                    random,
                    hacker.register(),
                    null,
                    Label.honest(name(), group),
                    script,
                    random.nextInt(3) > 0
                            ? Route.fixed(venue)
                            : Route.homely(
                                    List.of(venue, cast.world().addresses().carrier(country, random))),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Steady(0.7),
                    hacker.createdMicros,
                    Math.min(cast.world().end(), opening + 36 * Rhythm.HOUR),
                    cast.count(random, 150, 0.6) + 20);
        }
    }
}
