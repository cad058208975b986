package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.AddressBook;
import org.iolaus.simulator.world.Countries;

/** Strangers whose device sends everything through one private relay: any of its exits, another one every hour. */
public record RelayUser() implements Archetype {
    @Override
    public String name() {
        return "relay-user";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        List<Exit> relay = cast.world().addresses().pool(random, 6, 60);
        for (int i = 0; i < accounts; i++) {
            VpnUser.add(
                    cast,
                    random,
                    Label.honest(name(), group),
                    Countries.draw(random),
                    random.nextInt(5) == 0,
                    Route.rotating(AddressBook.some(relay, random, 40), Rhythm.HOUR));
        }
    }
}
