package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.Countries;

/** Freelancers at one coworking address: strangers on one network. */
public record Coworking() implements Archetype {
    @Override
    public String name() {
        return "coworking";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        String country = Countries.draw(random);
        Exit office = cast.world().addresses().site(country, random);
        for (int i = 0; i < accounts; i++) {
            Exit home = cast.world().addresses().home(country, random);
            cast.add(
                    random,
                    cast.world()
                            .identity(random, country, random.nextInt(3) == 0 ? office.ip() : home.ip(), true)
                            .register(),
                    Label.honest(name(), group),
                    Developer.voice(cast, random),
                    Route.homely(List.of(office, home)),
                    cast.world()
                            .access(
                                    random,
                                    Cast.pathway(random),
                                    cast.world().clients().library(random)),
                    new Rhythm.Human(Countries.zone(country), 13.5, 2.5, 0.2),
                    40);
        }
    }
}
