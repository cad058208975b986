package org.iolaus.simulator.honest;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.Countries;

/** People on phones behind one address of a mobile carrier, where they also signed up. */
public record CarrierNat() implements Archetype {
    @Override
    public String name() {
        return "carrier-nat";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        String country = Countries.draw(random);
        Exit carrier = cast.world().addresses().carrier(country, random);
        for (int i = 0; i < accounts; i++) {
            cast.add(
                    random,
                    cast.world().identity(random, country, carrier.ip(), false).register(),
                    Label.honest(name(), group),
                    Consumer.voice(cast, random, country),
                    Route.fixed(carrier),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    14);
        }
    }
}
