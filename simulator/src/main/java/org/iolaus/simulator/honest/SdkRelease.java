package org.iolaus.simulator.honest;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Program;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.world.Countries;

/** Strangers who use one SDK, whose new release gives them all a new TLS fingerprint in one night. */
public record SdkRelease() implements Archetype {
    private static final Client BEFORE =
            new Client("t13d1811h1_85036bcba153_7a90f1d3c26e", "openai-python/1.59.6", false);
    private static final Client AFTER =
            new Client("t13d1712h2_2f9c81d07be4_a5310e94b76d", "openai-python/2.0.0", false);

    @Override
    public String name() {
        return "sdk-release";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        long night =
                cast.world().start() + random.nextLong(Math.max(1, cast.world().days())) * Rhythm.DAY;
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Program program = new Program.Upgrade(BEFORE, AFTER, night + random.nextLong(8 * Rhythm.HOUR));
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), true).register(),
                    Label.honest(name(), group),
                    Developer.voice(cast, random),
                    cast.homely(random, country, home),
                    cast.world().access(random, Cast.pathway(random), program),
                    Cast.programmer(random, country),
                    36);
        }
    }
}
