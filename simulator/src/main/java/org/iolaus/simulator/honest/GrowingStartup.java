package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Start-ups whose product takes off: one account each, whose traffic grows tenfold in a week. */
public record GrowingStartup() implements Archetype {
    private static final List<String> KINDS = List.of("support", "listing", "summary", "translation", "intent");

    @Override
    public String name() {
        return "growing-startup";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            Exit server = cast.world().addresses().server(random);
            Identity founder = cast.world().identity(random, Countries.draw(random), server.ip(), true);
            founder.type = Account.Type.STARTUP;
            long takesOff = cast.world().start() + random.nextLong(cast.world().days() * Rhythm.DAY / 2 + 1);
            cast.add(
                    random,
                    founder.register(),
                    Label.honest(name()),
                    Voices.items(
                            cast.world().grammar(Language.ENGLISH),
                            random,
                            KINDS,
                            120,
                            new ItemScript.Partition(0, 1, 0.15),
                            0.15),
                    Route.fixed(server),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Growth(takesOff, 7 * Rhythm.DAY, 10),
                    700);
        }
    }
}
