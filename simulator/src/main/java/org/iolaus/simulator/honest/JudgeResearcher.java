package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Researchers who study models as judges: rubric grading by the thousand from one account, in swept wordings. */
public record JudgeResearcher() implements Archetype {
    @Override
    public String name() {
        return "judge-researcher";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit exit = cast.world().addresses().site(country, random);
            Identity researcher = cast.world().identity(random, country, exit.ip(), true);
            researcher.type = Account.Type.RESEARCH;
            researcher.emailDomain = cast.world().university(random);
            cast.add(
                    random,
                    researcher.register(),
                    Label.honest(name()),
                    Voices.items(
                            cast.world().grammar(Language.ENGLISH),
                            random,
                            List.of("rubric"),
                            350,
                            new ItemScript.Pass(0, 900),
                            0.05),
                    Route.fixed(exit),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Nightly(random.nextInt(24), 9),
                    500);
        }
    }
}
