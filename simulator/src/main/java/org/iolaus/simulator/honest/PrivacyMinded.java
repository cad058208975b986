package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;

/** People who guard their privacy: relays, disposable e-mail, prepaid cards, and nothing else in common. */
public record PrivacyMinded() implements Archetype {
    @Override
    public String name() {
        return "privacy-minded";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        List<String> disposable = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            disposable.add(cast.world().grammar(Language.ENGLISH).expand("domain-word", random) + ".email");
        }
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            List<Exit> exits = cast.world().addresses().vpn(random, random.nextInt(4, 16));
            boolean coder = random.nextInt(3) == 0;
            Identity identity =
                    cast.world().identity(random, country, exits.getFirst().ip(), coder);
            identity.emailDomain = disposable.get(random.nextInt(disposable.size()));
            identity.verification = Account.Verification.EMAIL;
            cast.add(
                    random,
                    identity.register(),
                    Label.honest(name()),
                    cast.talk(random, country, coder),
                    Route.rotating(exits, Rhythm.HOUR),
                    cast.world()
                            .access(
                                    random,
                                    coder ? "api" : "app",
                                    cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    22);
        }
    }
}
