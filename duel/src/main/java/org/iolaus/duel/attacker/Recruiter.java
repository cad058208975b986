package org.iolaus.duel.attacker;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.duel.traffic.Stage;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Program;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.campaign.Exits;
import org.iolaus.simulator.campaign.Life;
import org.iolaus.simulator.campaign.Tempo;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;
import org.iolaus.simulator.world.World;

/**
 * Makes the accounts of one operation as the simulator's campaigns make theirs, one by one and each in its own way. What
 * accounts share wears out: a card, and a pool of rented exits, serve so many accounts and are replaced. Not thread-safe.
 */
final class Recruiter {
    /** Far above any number of accounts, so that no two are dealt the same item. */
    private static final long STRIDE = 1_000_003;

    private static final int EXITS_PER_ACCOUNT = 5;
    private static final int POOL = 12;
    private static final int ACCOUNTS_PER_POOL = 25;
    private static final int CLIENTS = 6;
    private static final int ROTATED_CLIENTS = 8;
    private static final long ROTATION = Rhythm.HOUR;
    private static final long CLIENT_ROTATION = Rhythm.HOUR / 2;
    private static final long BATCH = 6 * Rhythm.HOUR;
    private static final long JITTER = Rhythm.HOUR / 3;
    private static final int WORDINGS = 3;
    private static final int ANSWER_TOKENS = 1100;
    private static final int COVER_TOKENS = 260;
    private static final double REPEATED_TURNS = 0.12;
    private static final double MOVED = 0.45;
    private static final List<String> KINDS = List.of("agentic-coding", "tool-use", "reasoning");

    private final Cast cast;
    private final World world;
    private final SplittableRandom random;
    private final int accountsPerCard;
    private final List<Client> clients = new ArrayList<>();
    private final List<Task> tasks;
    private final long dataset;
    private final long batches;
    private final List<Long> bursts = new ArrayList<>();
    private List<Exit> pool = List.of();
    private int onPool = ACCOUNTS_PER_POOL;
    private String card = "";
    private int onCard;
    private int dealt;

    Recruiter(Stage stage, int accountsPerCard, SplittableRandom random) {
        cast = stage.cast();
        world = stage.world();
        this.random = random;
        this.accountsPerCard = accountsPerCard;
        onCard = accountsPerCard;
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(client(i * 3 < CLIENTS * 2));
        }
        tasks = tasks();
        dataset = random.nextLong();
        batches = random.nextLong();
        for (int i = 0; i < 3; i++) {
            bursts.add(world.start() - random.nextLong(45) * Rhythm.DAY);
        }
    }

    /** An account that takes up work at a time and would go on to the window's end. */
    Actor recruit(Play play, long begins) {
        String country = Countries.draw(random);
        Route route = route(play.network(), country);
        Identity identity =
                world.identity(random, country, route.exits().getFirst().ip(), random.nextInt(3) == 0);
        if (play.card() == Knob.Card.SHARED) {
            identity.payment = card();
        }
        identity.createdMicros = created(play.signup(), identity.createdMicros, begins);
        Client client = clients.get(random.nextInt(CLIENTS));
        String pathway = client.browser() ? "app" : Cast.pathway(random);
        double days = (double) (world.end() - begins) / Rhythm.DAY;
        cast.add(
                random,
                identity.register(),
                null,
                new Label("duel", "campaign-duel", play.cover().share(), null),
                script(play, country),
                route,
                world.eager(random, pathway, program(play.client(), client), MOVED),
                rhythm(play.clock(), country),
                begins,
                world.end(),
                Math.max(1, (int) Math.round(play.pace().perDay() * days)));
        return cast.actors().getLast();
    }

    private Client client(boolean library) {
        return library ? world.clients().library(random) : world.clients().browser(random);
    }

    private Program program(Knob.Client kept, Client client) {
        if (kept == Knob.Client.FIXED) {
            return client;
        }
        List<Client> rotated = new ArrayList<>();
        for (int i = 0; i < ROTATED_CLIENTS; i++) {
            rotated.add(client(!client.browser()));
        }
        return new Program.Rotation(rotated, CLIENT_ROTATION);
    }

    private String card() {
        if (onCard++ == accountsPerCard) {
            card = "p:" + Identity.hash(random);
            onCard = 1;
        }
        return card;
    }

    private Route route(Exits.Network network, String country) {
        if (network == Exits.Network.SCATTERED) {
            return cast.homely(random, country, world.addresses().home(country, random));
        }
        List<Exit> exits = switch (network) {
            case SHARED_VPN, VPN_NEWCOMERS -> world.addresses().vpn(random, EXITS_PER_ACCOUNT);
            case RESIDENTIAL, GEO_MATCHED -> world.addresses().residential(random, EXITS_PER_ACCOUNT);
            case DATACENTRE, SCATTERED -> rented();
        };
        return Route.rotating(exits, ROTATION);
    }

    private List<Exit> rented() {
        if (onPool++ == ACCOUNTS_PER_POOL) {
            pool = world.addresses().pool(random, 2, POOL);
            onPool = 1;
        }
        List<Exit> exits = new ArrayList<>();
        for (int i = 0; i < EXITS_PER_ACCOUNT; i++) {
            exits.add(pool.get(random.nextInt(POOL)));
        }
        return exits;
    }

    private long created(Life.Signup signup, long ordinary, long begins) {
        long latest = begins - Rhythm.HOUR;
        return switch (signup) {
            case BURSTS -> Math.min(latest, bursts.get(random.nextInt(bursts.size())) + random.nextLong(Rhythm.DAY));
            case GRADUAL -> latest - (long) (35 * Rhythm.DAY * -StrictMath.log1p(-random.nextDouble()));
            case ORDINARY -> Math.min(latest, ordinary);
            case FRESH -> begins - random.nextLong(12 * Rhythm.HOUR);
            case AGED -> begins - (365 + random.nextLong(200)) * Rhythm.DAY - random.nextLong(Rhythm.DAY);
        };
    }

    private WorkScript script(Play play, String country) {
        List<Task> own = switch (play.wording()) {
            case SHARED -> tasks;
            case REWORDED -> tasks();
            case NO_SYSTEM_PROMPT -> tasks.stream().map(task -> task.under("")).toList();
        };
        var items = new ItemScript.Partition(dealt++, STRIDE, 0);
        Grammar grammar = world.grammar(Language.spokenIn(country, random));
        return new WorkScript(
                Voices.free(grammar, random, List.of("chat"), "", List.of(), COVER_TOKENS),
                play.cover().share(),
                new ItemScript(own, dataset, items, REPEATED_TURNS));
    }

    private List<Task> tasks() {
        List<Task> made = new ArrayList<>();
        for (String kind : KINDS) {
            for (int i = 0; i < WORDINGS; i++) {
                Language language = random.nextInt(10) < 7 ? Language.ENGLISH : Language.draw(random);
                made.add(Voices.task(world.grammar(language), random, kind, ANSWER_TOKENS));
            }
        }
        return List.copyOf(made);
    }

    private Rhythm rhythm(Tempo.Clock clock, String country) {
        return switch (clock) {
            case ROUND_THE_CLOCK, FLAT_OUT -> new Rhythm.Steady(0.6);
            case HUMAN -> Cast.human(random, country);
            case BATCHES -> new Rhythm.Batches(batches, BATCH, JITTER);
        };
    }
}
