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

/** Small firms that buy one secure web gateway: strangers to each other, all behind the gateway's exits. */
public record WebGateway() implements Archetype {
    private static final int LARGEST = 25;

    @Override
    public String name() {
        return "web-gateway";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        List<Exit> gateway = cast.world().addresses().pool(random, 4, 40);
        for (int left = accounts; left > 0; ) {
            int seats = Math.min(left, random.nextInt(1, LARGEST));
            firm(cast, random, seats, gateway);
            left -= seats;
        }
    }

    private void firm(Cast cast, SplittableRandom random, int seats, List<Exit> gateway) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        Identity firm =
                cast.world().identity(random, country, gateway.getFirst().ip(), true);
        firm.emailDomain = grammar.expand("domain-word", random) + ".com";
        Prompts house = Voices.prompts(grammar, random, 0, "system.firm");
        for (int i = 0; i < seats; i++) {
            Identity seat = cast.world().identity(random, country, exit(random, gateway), true);
            seat.organization = firm.organization;
            seat.payment = firm.payment;
            seat.emailDomain = firm.emailDomain;
            seat.type = firm.type;
            seat.plan = firm.plan;
            seat.verification = Account.Verification.PAYMENT;
            Script talk = Voices.free(grammar, random, List.of("office", "dev"), house, List.of(), 350);
            cast.add(
                    random,
                    seat.register(),
                    Label.honest(name(), group),
                    talk,
                    Route.rotating(gateway, Rhythm.HOUR),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    40);
        }
    }

    private static String exit(SplittableRandom random, List<Exit> gateway) {
        return gateway.get(random.nextInt(gateway.size())).ip();
    }
}
