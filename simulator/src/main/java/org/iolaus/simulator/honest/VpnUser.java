package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.Countries;

/** People who always come through a popular VPN service, and signed up through it. */
public record VpnUser() implements Archetype {
    @Override
    public String name() {
        return "vpn-user";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            List<Exit> exits = cast.world().addresses().vpn(random, random.nextInt(2, 9));
            boolean coder = random.nextBoolean();
            add(cast, random, Label.honest(name()), country, coder, Route.rotating(exits, 5 * Rhythm.HOUR));
        }
    }

    /** Adds somebody with ordinary talk who comes through a service, and signed up through its first exit. */
    static void add(Cast cast, SplittableRandom random, Label label, String country, boolean coder, Route route) {
        cast.add(
                random,
                cast.world()
                        .identity(random, country, route.exits().getFirst().ip(), coder)
                        .register(),
                label,
                cast.talk(random, country, coder),
                route,
                cast.world()
                        .access(
                                random,
                                coder ? "api" : "app",
                                coder
                                        ? cast.world().clients().library(random)
                                        : cast.world().clients().browser(random)),
                Cast.human(random, country),
                25);
    }
}
