package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * A real firm that nobody has verified: its seats claim one organisation, one e-mail domain and one card, divide its
 * work, and leave through a VPN or a pool of exits that somebody else runs for them.
 *
 * @param work what the seats divide
 */
public record UnverifiedFirm(Work work) implements Archetype {
    /** What a firm's seats divide among them. */
    public enum Work {
        TICKETS("unverified-tickets", "support", 120),
        DOCUMENTS("unverified-documents", "records", 200),
        REVIEWS("unverified-reviews", "review", 600);

        private final String archetype;
        private final String kind;
        private final double outputMedian;

        Work(String archetype, String kind, double outputMedian) {
            this.archetype = archetype;
            this.kind = kind;
            this.outputMedian = outputMedian;
        }
    }

    @Override
    public String name() {
        return work.archetype;
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        List<Exit> exits = random.nextBoolean()
                ? cast.world().addresses().vpn(random, random.nextInt(4, 16))
                : cast.world().addresses().pool(random, 2, random.nextInt(6, 20));
        Identity firm = firm(cast, random, country, exits.getFirst());
        List<Task> tasks = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            tasks.add(Voices.task(grammar, random, work.kind, work.outputMedian));
        }
        List<String> assistants = Voices.assistants(grammar, random, 4);
        long dataset = random.nextLong();
        for (int i = 0; i < accounts; i++) {
            Prompts prompts = Prompts.common(assistants, random);
            Script talk = Voices.free(grammar, random, List.of("office", "office", "dev"), prompts, List.of(), 350);
            Script share = new ItemScript(tasks, dataset, new ItemScript.Partition(i, accounts, 0.03), 0.1);
            boolean fleet = random.nextInt(3) == 0;
            cast.add(
                    random,
                    seat(cast, random, firm),
                    Label.honest(name(), group),
                    fleet ? share : new MixedScript(talk, 0.1 + 0.4 * random.nextDouble(), share),
                    Route.rotating(exits, 3 * Rhythm.HOUR),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    fleet ? new Rhythm.Steady(0.6) : Cast.human(random, country),
                    110);
        }
    }

    private static Identity firm(Cast cast, SplittableRandom random, String country, Exit exit) {
        Identity firm = cast.world().identity(random, country, exit.ip(), true);
        firm.emailDomain = cast.world().grammar(Language.ENGLISH).expand("domain-word", random) + ".com";
        firm.createdMicros = Math.min(firm.createdMicros, cast.world().start() - 7 * Rhythm.DAY);
        firm.type = random.nextBoolean() ? Account.Type.STARTUP : Account.Type.ENTERPRISE;
        return firm;
    }

    /** Half of the seats come in the firm's first week, the others as people join it. */
    private static Account seat(Cast cast, SplittableRandom random, Identity firm) {
        Identity seat = cast.world().identity(random, firm.country, firm.signupIp, true);
        seat.organization = firm.organization;
        seat.emailDomain = firm.emailDomain;
        seat.payment = firm.payment;
        seat.type = firm.type;
        seat.plan = "scale";
        seat.verification = Account.Verification.PAYMENT;
        seat.createdMicros = random.nextBoolean()
                ? firm.createdMicros + random.nextLong(7 * Rhythm.DAY)
                : Math.max(firm.createdMicros, seat.createdMicros);
        return seat.register();
    }
}
