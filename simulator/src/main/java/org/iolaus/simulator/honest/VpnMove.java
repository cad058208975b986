package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.world.AddressBook;
import org.iolaus.simulator.world.Countries;

/** Strangers with one VPN provider, which moves all of them to new exits within an hour. */
public record VpnMove() implements Archetype {
    @Override
    public String name() {
        return "vpn-move";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        List<Exit> before = cast.world().addresses().pool(random, 3, 30);
        List<Exit> after = cast.world().addresses().pool(random, 3, 30);
        long move = cast.world().start() + random.nextLong(cast.world().days() * Rhythm.DAY);
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            List<Exit> own = AddressBook.some(before, random, 4);
            Route.Move moved = new Route.Move(move + random.nextLong(Rhythm.HOUR), AddressBook.some(after, random, 4));
            boolean coder = random.nextInt(3) == 0;
            VpnUser.add(
                    cast,
                    random,
                    Label.honest(name(), group),
                    country,
                    coder,
                    new Route(own, 0, 5 * Rhythm.HOUR, moved));
        }
    }
}
