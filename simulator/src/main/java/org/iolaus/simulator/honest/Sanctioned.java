package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A verified organisation that distils with the provider's agreement. */
public record Sanctioned() implements Archetype {
    @Override
    public String name() {
        return "sanctioned";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        String country = Countries.draw(random);
        List<Exit> egress = cast.world().addresses().pool(random, 1, 4);
        Identity firm = cast.world().identity(random, country, egress.getFirst().ip(), true);
        List<Task> tasks = new ArrayList<>();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            tasks.add(Voices.task(cast.world().grammar(Language.ENGLISH), random, "reasoning", 1500));
        }
        long dataset = random.nextLong();
        for (int i = 0; i < accounts; i++) {
            Identity identity =
                    cast.world().identity(random, country, egress.getFirst().ip(), true);
            identity.organization = firm.organization;
            identity.payment = firm.payment;
            identity.type = Account.Type.ENTERPRISE;
            identity.plan = "enterprise";
            identity.verification = Account.Verification.ORGANIZATION;
            identity.sanctionedUse = Set.of("distillation");
            cast.add(
                    random,
                    identity.register(),
                    Label.honest(name(), group),
                    new ItemScript(tasks, dataset, new ItemScript.Partition(i, accounts, 0.01), 0),
                    Route.rotating(egress, Rhythm.HOUR),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    new Rhythm.Steady(0.5),
                    250);
        }
    }
}
