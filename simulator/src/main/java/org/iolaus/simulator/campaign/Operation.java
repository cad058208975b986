package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.world.Clients;
import org.iolaus.simulator.world.Identity;

/**
 * What outlives a ban: exits, cards, wordings and the data set.
 *
 * @param pool exits
 * @param cards payment fingerprints
 * @param tasks frames
 * @param dataset seed of the data set
 * @param clients programs it runs
 */
public record Operation(List<Exit> pool, List<String> cards, List<Task> tasks, long dataset, List<Client> clients) {
    static Operation of(Shape shape, Cast cast, SplittableRandom random) {
        List<Exit> pool = ExitPool.of(shape.exits(), cast, random);
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 2 + shape.size().accounts() / shape.life().accountsPerCard(); i++) {
            cards.add("p:" + Identity.hash(random));
        }
        List<Client> clients = clients(cast.world().clients(), random);
        return new Operation(pool, cards, Frames.of(shape.work(), cast, random), random.nextLong(), clients);
    }

    /** This operation with another's prompts. */
    Operation under(Operation lender) {
        return new Operation(pool, cards, lender.tasks, dataset, clients);
    }

    /** This operation with half of its exits new, most of its cards new, and all else as before. */
    Operation regrown(Operation fresh) {
        List<Exit> exits = new ArrayList<>(pool.subList(0, pool.size() / 2));
        exits.addAll(fresh.pool.subList(0, fresh.pool.size() / 2));
        List<String> payments = new ArrayList<>(fresh.cards);
        payments.addAll(cards.subList(0, cards.size() / 3));
        return new Operation(exits, payments, tasks, dataset, clients);
    }

    private static List<Client> clients(Clients known, SplittableRandom random) {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(i < 4 ? known.library(random) : known.browser(random));
        }
        return clients;
    }
}
