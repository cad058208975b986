package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.AddressBook;
import org.iolaus.simulator.world.Countries;

/** Strangers with one small VPN provider, whose few exits nobody else in the traffic uses. */
public record NicheVpn() implements Archetype {
    @Override
    public String name() {
        return "niche-vpn";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        List<Exit> exits = cast.world().addresses().pool(random, 2, random.nextInt(4, 12));
        for (int i = 0; i < accounts; i++) {
            VpnUser.add(
                    cast,
                    random,
                    Label.honest(name(), group),
                    Countries.draw(random),
                    random.nextInt(3) == 0,
                    Route.rotating(AddressBook.some(exits, random, 12), 5 * Rhythm.HOUR));
        }
    }
}
