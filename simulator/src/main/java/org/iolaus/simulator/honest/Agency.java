package org.iolaus.simulator.honest;

import java.util.ArrayList;
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

/**
 * A labelling agency's workers: private accounts behind one VPN, one data set dealt out among them.
 *
 * @param order what the agency was hired for
 */
public record Agency(Order order) implements Archetype {
    /** What is labelled. */
    public enum Order {
        /** The mood of product reviews, worth little; workers pay for themselves. */
        REVIEWS("agency", "sentiment", 25, 1),
        /**
         * Models' answers, by rubric, on the agency's card. Content, card and exits are those of a campaign that takes
         * grades, and so is what each account does; that it is honest stands in a contract that no record shows.
         */
        ANSWERS("grading-agency", "rubric", 350, 3);

        private final String archetype;
        private final String kind;
        private final double outputMedian;
        private final int wordings;

        Order(String archetype, String kind, double outputMedian, int wordings) {
            this.archetype = archetype;
            this.kind = kind;
            this.outputMedian = outputMedian;
            this.wordings = wordings;
        }
    }

    @Override
    public String name() {
        return order.archetype;
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        String country = Countries.draw(random);
        int exits = order == Order.REVIEWS ? 6 : random.nextInt(4, 20);
        List<Exit> vpn = cast.world().addresses().pool(random, 1, exits);
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < order.wordings; i++) {
            tasks.add(Voices.task(cast.world().grammar(Language.ENGLISH), random, order.kind, order.outputMedian));
        }
        long dataset = random.nextLong();
        String card = "";
        for (int i = 0; i < accounts; i++) {
            Exit home = cast.world().addresses().home(country, random);
            Identity worker = cast.world().identity(random, country, home.ip(), false);
            worker.createdMicros =
                    Math.min(worker.createdMicros, cast.world().start() - random.nextLong(60 * Rhythm.DAY));
            card = i == 0 ? worker.payment : card;
            worker.payment = order == Order.ANSWERS ? card : worker.payment;
            cast.add(
                    random,
                    worker.register(),
                    Label.honest(name(), group),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.1,
                            new ItemScript(tasks, dataset, new ItemScript.Partition(i, accounts, 0.05), 0)),
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
