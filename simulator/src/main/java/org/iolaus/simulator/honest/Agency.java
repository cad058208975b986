package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A labelling agency's workers: private accounts behind one VPN, one dull data set dealt out among them. */
public record Agency() implements Archetype {
    @Override
    public String name() {
        return "agency";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        String country = Countries.draw(random);
        List<Exit> vpn = cast.world().addresses().pool(random, 1, 6);
        Task task = Voices.task(cast.world().grammar(Language.ENGLISH), random, "sentiment", 25);
        long dataset = random.nextLong();
        for (int i = 0; i < accounts; i++) {
            Exit home = cast.world().addresses().home(country, random);
            Identity worker = cast.world().identity(random, country, home.ip(), false);
            worker.createdMicros =
                    Math.min(worker.createdMicros, cast.world().start() - random.nextLong(60 * Rhythm.DAY));
            cast.add(
                    random,
                    worker.register(),
                    Label.honest(name(), group),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.1,
                            new ItemScript(List.of(task), dataset, new ItemScript.Partition(i, accounts, 0.05), 0)),
                    new Route(vpn, 0.2, 2 * Rhythm.HOUR),
                    cast.world()
                            .access(
                                    random,
                                    random.nextBoolean() ? "app" : "api",
                                    random.nextBoolean()
                                            ? cast.world().clients().browser(random)
                                            : cast.world().clients().library(random)),
                    new Rhythm.Human(Countries.zone(country), 13, 2.5, 0.1),
                    140);
        }
    }
}
