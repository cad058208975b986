package org.iolaus.simulator.campaign.guise;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * A firm down to its habits: one organization, e-mail domain and card, two egresses, a few internal assistants, office
 * hours and a nightly fleet. All that it lacks is the provider's verification.
 */
public record Firm() implements Guise {
    private static final long KEPT = 6 * Rhythm.HOUR;

    @Override
    public Disguise drawn(Cast cast, SplittableRandom random, Exit first, long fromMicros) {
        String country = Countries.draw(random);
        List<Exit> egress = List.of(
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random));
        Identity claimed =
                cast.world().identity(random, country, egress.getFirst().ip(), true);
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        claimed.emailDomain = grammar.expand("domain-word", random) + ".com";
        return new Seats(cast, claimed, egress, grammar, Voices.assistants(grammar, random, 8));
    }

    private record Seats(Cast cast, Identity claimed, List<Exit> egress, Grammar grammar, List<String> assistants)
            implements Disguise {
        @Override
        public String country(String usual) {
            return claimed.country;
        }

        @Override
        public Route route(Route usual) {
            return Route.rotating(egress, KEPT);
        }

        @Override
        public void dress(Identity identity, SplittableRandom random) {
            identity.organization = claimed.organization;
            identity.emailDomain = claimed.emailDomain;
            identity.payment = claimed.payment;
            identity.type = Account.Type.ENTERPRISE;
            identity.plan = "scale";
            identity.verification = Account.Verification.PAYMENT;
        }

        @Override
        public Client client(Client usual, SplittableRandom random) {
            return cast.world().clients().library(random);
        }

        @Override
        public List<Task> tasks(List<Task> usual) {
            return IntStream.range(0, usual.size())
                    .mapToObj(i -> usual.get(i).under(assistants.get(i % assistants.size())))
                    .toList();
        }

        @Override
        public Script cover(Script usual, SplittableRandom random) {
            return Voices.free(
                    grammar,
                    random,
                    List.of("office", "office", "dev"),
                    Prompts.common(assistants, random),
                    List.of(),
                    350);
        }

        @Override
        public Rhythm rhythm(Rhythm usual, SplittableRandom random) {
            return random.nextInt(4) == 0 ? new Rhythm.Nightly(1, 4) : Cast.human(random, claimed.country);
        }
    }
}
