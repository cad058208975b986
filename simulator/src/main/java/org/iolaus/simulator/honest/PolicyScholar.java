package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** Scholars of policy and censorship: refusals and sensitive rewrites, each alone, among talk of their own. */
public record PolicyScholar() implements Archetype {
    @Override
    public String name() {
        return "policy-scholar";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Identity scholar = cast.world().identity(random, country, home.ip(), true);
            scholar.type = Account.Type.RESEARCH;
            scholar.emailDomain = cast.world().university(random);
            Language language = Language.spokenIn(country, random);
            String kind = random.nextBoolean() ? "rewrite" : "refusal";
            cast.add(
                    random,
                    scholar.register(),
                    Label.honest(name()),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.4,
                            Voices.items(
                                    cast.world().grammar(language),
                                    random,
                                    List.of(kind),
                                    400,
                                    new ItemScript.Partition(0, 1, 0.1),
                                    0.25)),
                    cast.homely(random, country, home),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    Cast.human(random, country),
                    90);
        }
    }
}
