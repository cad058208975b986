package org.iolaus.simulator.honest;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;

/** Families of two to five that share a home, a card and a week of sign-up. */
public record Family() implements Archetype {
    @Override
    public String name() {
        return "family";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; ) {
            String group = cast.group(name());
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Identity parent = cast.world().identity(random, country, home.ip(), false);
            for (int size = random.nextInt(2, 6); size > 0 && i < accounts; size--, i++) {
                Identity member = cast.world().identity(random, country, home.ip(), false);
                member.payment = parent.payment;
                member.createdMicros = parent.createdMicros + random.nextLong(7 * Rhythm.DAY);
                cast.add(
                        random,
                        member.register(),
                        Label.honest(name(), group),
                        Consumer.voice(cast, random, country),
                        cast.homely(random, country, home),
                        cast.world()
                                .access(random, "app", cast.world().clients().browser(random)),
                        Cast.human(random, country),
                        14);
            }
        }
    }
}
