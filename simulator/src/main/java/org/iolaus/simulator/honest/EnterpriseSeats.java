package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A verified firm's seats: one organisation, one card, two egresses, a few internal assistants, a nightly fleet. */
public record EnterpriseSeats() implements Archetype {
    @Override
    public String name() {
        return "enterprise-seat";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        List<Exit> egress = List.of(
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random));
        Identity firm = cast.world().identity(random, country, egress.getFirst().ip(), true);
        String domain = grammar.expand("domain-word", random) + ".com";
        List<String> assistants = Voices.assistants(grammar, random, 8);
        for (int i = 0; i < accounts; i++) {
            Identity seat =
                    cast.world().identity(random, country, egress.getFirst().ip(), true);
            seat.organization = firm.organization;
            seat.payment = firm.payment;
            seat.emailDomain = domain;
            seat.type = Account.Type.ENTERPRISE;
            seat.plan = "enterprise";
            seat.verification = Account.Verification.ORGANIZATION;
            boolean fleet = random.nextInt(4) == 0;
            Script script = Voices.free(
                    grammar,
                    random,
                    fleet ? List.of("dev") : List.of("office", "office", "dev"),
                    Prompts.common(assistants, random),
                    List.of(),
                    350);
            cast.add(
                    random,
                    seat.register(),
                    Label.honest(name(), group),
                    script,
                    Route.rotating(egress, 6 * Rhythm.HOUR),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    fleet ? new Rhythm.Nightly(1, 4) : Cast.human(random, country),
                    75);
        }
    }
}
