package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Access;
import org.iolaus.simulator.actor.Chance;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Program;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.campaign.guise.Disguise;
import org.iolaus.simulator.campaign.guise.Guise;
import org.iolaus.simulator.campaign.method.Share;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.world.Clients;
import org.iolaus.simulator.world.Countries;

/** What a campaign gives to each account: exits, a program, hours, and a share of the data set. Not thread-safe. */
final class Crew {
    private static final int ROTATED_CLIENTS = 8;

    private final Shape shape;
    private final Cast cast;
    private final SplittableRandom random;
    private final Operation operation;
    private final long rhythmSeed;
    private final Disguise disguise;
    private int dealt;

    /**
     * A crew that has nothing yet.
     *
     * @param guise what its accounts pass for
     * @param dealt share of the data set that the first account is dealt
     */
    Crew(Shape shape, Guise guise, Cast cast, SplittableRandom random, Operation operation, int dealt) {
        this.shape = shape;
        this.cast = cast;
        this.random = random;
        this.operation = operation;
        this.rhythmSeed = random.nextLong();
        this.dealt = dealt;
        long window = cast.world().end() - cast.world().start();
        long from = cast.world().start() + (long) (shape.life().from() * window);
        this.disguise = guise.drawn(cast, random, operation.pool().getFirst(), from);
    }

    Disguise disguise() {
        return disguise;
    }

    /** Country of one account: where it has exits, if they must match, or a customer's draw. */
    String country() {
        List<Exit> pool = operation.pool();
        return disguise.country(
                shape.exits().network() == Exits.Network.GEO_MATCHED
                        ? pool.get(random.nextInt(pool.size())).country()
                        : Countries.draw(random));
    }

    Route route(String country) {
        return disguise.route(among(country));
    }

    private Route among(String country) {
        if (shape.exits().network() == Exits.Network.SCATTERED) {
            return cast.homely(random, country, cast.world().addresses().home(country, random));
        }
        List<Exit> pool = shape.exits().network() == Exits.Network.GEO_MATCHED
                ? operation.pool().stream()
                        .filter(exit -> exit.country().equals(country))
                        .toList()
                : operation.pool();
        List<Exit> exits = new ArrayList<>();
        for (int i = 0; i < shape.exits().perAccount(); i++) {
            exits.add(pool.get(random.nextInt(pool.size())));
        }
        return Route.rotating(exits, shape.exits().rotationMinutes() * 60L * Rhythm.SECOND);
    }

    Script script(String country) {
        List<Task> tasks = shape.work().reworded() ? Frames.of(shape.work(), cast, random) : operation.tasks();
        Share share = new Share(
                disguise.tasks(tasks),
                operation.dataset(),
                dealt++,
                shape.size().accounts());
        Script work = shape.work().method().script(share);
        if (shape.work().cover() == 0) {
            return work;
        }
        FreeScript talk = cast.talk(random, country, random.nextInt(3) == 0);
        Script cover = shape.work().system() && shape.work().copies().isEmpty() ? talk : talk.bare();
        return new MixedScript(
                disguise.cover(cover, random),
                Chance.around(random, shape.work().cover()),
                work);
    }

    Client client() {
        Client drawn =
                operation.clients().get(random.nextInt(operation.clients().size()));
        return disguise.client(drawn, random);
    }

    Access access(Client client) {
        String pathway = client.browser() ? "app" : Cast.pathway(random);
        Program program = program(client);
        return shape.work().pivot() > 0
                ? cast.world().eager(random, pathway, program, shape.work().pivot())
                : cast.world().access(random, pathway, program);
    }

    private Program program(Client client) {
        if (shape.exits().clientMinutes() == 0) {
            return client;
        }
        Clients known = cast.world().clients();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < ROTATED_CLIENTS; i++) {
            clients.add(client.browser() ? known.browser(random) : known.library(random));
        }
        return new Program.Rotation(clients, shape.exits().clientMinutes() * 60L * Rhythm.SECOND);
    }

    Rhythm rhythm(String country) {
        Rhythm usual = switch (shape.tempo().clock()) {
            case ROUND_THE_CLOCK -> new Rhythm.Steady(0.6);
            case HUMAN -> Cast.human(random, country);
            case BATCHES ->
                new Rhythm.Batches(rhythmSeed, 6 * Rhythm.HOUR, shape.tempo().jitterMinutes() * 60L * Rhythm.SECOND);
            case FLAT_OUT -> new Rhythm.Steady(0);
        };
        return disguise.rhythm(usual, random);
    }
}
