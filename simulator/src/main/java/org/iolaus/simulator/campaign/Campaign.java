package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Access;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Program;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.honest.Reseller;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;
import org.iolaus.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** One campaign at work. Log records only: it never sends anything to anybody. Not thread-safe. */
public final class Campaign {
    /** Far above any number of accounts, so that no two are dealt the same item. */
    private static final long STRIDE = 1_000_003;

    private final Shape shape;
    private final Cast cast;
    private final World world;
    private final SplittableRandom random;
    private final Operation operation;
    private final long rhythmSeed;
    private final @Nullable Identity firm;
    private int dealt;

    /**
     * What outlives a ban: exits, cards, wordings and the data set.
     *
     * @param pool exits
     * @param cards payment fingerprints
     * @param tasks frames
     * @param dataset seed of the data set
     * @param clients programs it runs
     */
    public record Operation(
            List<Exit> pool, List<String> cards, List<Task> tasks, long dataset, List<Client> clients) {}

    private Campaign(Shape shape, Cast cast, SplittableRandom random, Operation operation, int dealt) {
        this.shape = shape;
        this.cast = cast;
        this.world = cast.world();
        this.random = random;
        this.operation = operation;
        this.rhythmSeed = random.nextLong();
        this.dealt = dealt;
        this.firm = shape.life().organization() ? firm() : null;
    }

    /**
     * Runs a campaign of a shape with an operation of its own.
     *
     * @param lender operation whose prompts it uses, or null for prompts of its own
     */
    public static Operation run(Shape shape, Cast cast, SplittableRandom random, @Nullable Operation lender) {
        Operation own = operation(shape, cast, random);
        Operation operation = lender == null
                ? own
                : new Operation(own.pool(), own.cards(), lender.tasks(), own.dataset(), own.clients());
        new Campaign(shape, cast, random, operation, 0).enlist();
        return operation;
    }

    /** Runs a wave that came back after a ban with most of an earlier operation. */
    public static Operation regrow(Shape shape, Cast cast, SplittableRandom random, Operation before) {
        Operation fresh = operation(shape, cast, random);
        List<Exit> pool = new ArrayList<>(before.pool().subList(0, before.pool().size() / 2));
        pool.addAll(fresh.pool().subList(0, fresh.pool().size() / 2));
        List<String> cards = new ArrayList<>(fresh.cards());
        cards.addAll(before.cards().subList(0, before.cards().size() / 3));
        Operation after = new Operation(pool, cards, before.tasks(), before.dataset(), before.clients());
        new Campaign(shape, cast, random, after, 100_000).enlist();
        return after;
    }

    private static Operation operation(Shape shape, Cast cast, SplittableRandom random) {
        World world = cast.world();
        List<Exit> pool = switch (shape.exits().network()) {
            case DATACENTRE ->
                world.addresses()
                        .pool(
                                random,
                                Math.max(2, shape.exits().pool() / 12),
                                shape.exits().pool());
            case SHARED_VPN -> world.addresses().vpn(random, shape.exits().pool());
            case RESIDENTIAL ->
                world.addresses().residential(random, shape.exits().pool());
            case SCATTERED ->
                List.of(world.addresses().home("US", random), world.addresses().home("DE", random));
        };
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 2 + shape.size().accounts() / shape.life().accountsPerCard(); i++) {
            cards.add("p:" + Identity.hash(random));
        }
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(
                    i < 4 ? world.clients().library(random) : world.clients().browser(random));
        }
        return new Operation(pool, cards, tasks(shape, cast, random), random.nextLong(), clients);
    }

    private static List<Task> tasks(Shape shape, Cast cast, SplittableRandom random) {
        List<Task> tasks = new ArrayList<>();
        for (String kind : shape.work().kinds()) {
            for (int i = 0; i < shape.work().wordings(); i++) {
                Language language = random.nextInt(10) < 7 ? Language.ENGLISH : Language.draw(random);
                tasks.add(prompted(
                        shape,
                        cast,
                        Voices.task(
                                cast.world().grammar(language),
                                random,
                                kind,
                                shape.work().answerTokens())));
            }
        }
        return tasks;
    }

    private static Task prompted(Shape shape, Cast cast, Task task) {
        if (!shape.work().system()) {
            return task.under("");
        }
        return shape.work().copies().isEmpty()
                ? task
                : task.under(cast.systemPrompt(shape.work().copies()));
    }

    private void enlist() {
        long from = world.start() + (long) (shape.life().from() * (world.end() - world.start()));
        long to = world.start() + (long) (shape.life().to() * (world.end() - world.start()));
        List<Long> bursts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bursts.add(from - random.nextLong(45) * Rhythm.DAY);
        }
        int seats = shape.size().accounts();
        for (int seat = 0; seat < seats; seat++) {
            long begins = from + random.nextLong(Math.max(1, (to - from) / 8));
            boolean replaced = false;
            while (begins < to) {
                long ends = shape.life().days() == 0
                        ? to
                        : Math.min(
                                to, begins + (long) (shape.life().days() * (0.5 + random.nextDouble()) * Rhythm.DAY));
                account(begins, ends, replaced, bursts.get(random.nextInt(bursts.size())));
                long pause = shape.life().standby() ? 5 * 60 * Rhythm.SECOND : Rhythm.HOUR;
                begins = shape.life().days() == 0 ? to : ends + random.nextLong(pause);
                replaced = !shape.life().standby();
            }
        }
    }

    private void account(long begins, long ends, boolean replaced, long burst) {
        String country = Countries.draw(random);
        Route route = route(country);
        Identity identity =
                world.identity(random, country, route.exits().getFirst().ip(), random.nextInt(3) == 0);
        if (shape.life().accountsPerCard() > 1) {
            identity.payment =
                    operation.cards().get(random.nextInt(operation.cards().size()));
        }
        identity.createdMicros = replaced ? begins - random.nextLong(Rhythm.HOUR) : created(identity, begins, burst);
        if (firm != null) {
            identity.organization = firm.organization;
            identity.emailDomain = firm.emailDomain;
            identity.type = Account.Type.ENTERPRISE;
        }
        Client client =
                operation.clients().get(random.nextInt(operation.clients().size()));
        double share = (double) (ends - begins) / (world.end() - world.start());
        int count = Math.max(2, (int) Math.round(cast.count(random, shape.size().median(), Shape.Size.SIGMA) * share));
        Label label =
                new Label(shape.name(), "campaign-" + shape.name(), shape.work().cover(), null);
        cast.add(
                random,
                identity.register(),
                null,
                label,
                script(country),
                route,
                access(client),
                rhythm(country),
                begins,
                ends,
                count);
    }

    /** Adds this shape's end users inside a reseller's account and gives their ids. */
    public static List<String> infiltrate(
            Shape shape, Cast cast, SplittableRandom random, Operation operation, Account reseller) {
        Campaign campaign = new Campaign(shape, cast, random, operation, 200_000);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < shape.size().endUsers(); i++) {
            String id = Reseller.endUser(random);
            String country = Countries.draw(random);
            ids.add(id);
            cast.add(
                    random,
                    reseller,
                    id,
                    Label.honest("reseller"),
                    campaign.script(country),
                    campaign.route(country),
                    Reseller.access(cast, random),
                    campaign.rhythm(country),
                    cast.world().start(),
                    cast.world().end(),
                    cast.count(random, shape.size().median(), Shape.Size.SIGMA));
        }
        return ids;
    }

    /** Adds one honest account that asks for the items which the shards of a campaign ask for. */
    public static void mirror(Shape shape, Cast cast, SplittableRandom random, Operation operation) {
        World world = cast.world();
        Exit server = world.addresses().server(random);
        Identity identity = world.identity(random, Countries.draw(random), server.ip(), true);
        identity.createdMicros = Math.min(identity.createdMicros, world.start() - 30 * Rhythm.DAY);
        ItemScript items = new ItemScript(
                operation.tasks(),
                operation.dataset(),
                new ItemScript.Interleave(shape.size().accounts(), STRIDE),
                0.12);
        int count = (int) Math.min(5000, shape.size().accounts() * shape.size().median() * world.days() / 14);
        cast.add(
                random,
                identity.register(),
                null,
                Label.honest("pair-honest"),
                items,
                Route.fixed(server),
                world.access(random, "api", world.clients().library(random)),
                new Rhythm.Steady(0.6),
                world.start(),
                world.end(),
                count);
    }

    private Identity firm() {
        Exit exit = operation.pool().getFirst();
        Identity claimed = world.identity(random, exit.country(), exit.ip(), true);
        claimed.emailDomain = world.grammar(Language.ENGLISH).expand("domain-word", random) + ".com";
        return claimed;
    }

    private long created(Identity identity, long begins, long burst) {
        return switch (shape.life().signup()) {
            case BURSTS ->
                random.nextInt(4) == 0
                        ? Math.min(begins - Rhythm.HOUR, identity.createdMicros)
                        : Math.min(begins - Rhythm.HOUR, burst + random.nextLong(20 * Rhythm.HOUR));
            case GRADUAL ->
                random.nextInt(5) == 0
                        ? Math.min(begins - Rhythm.HOUR, identity.createdMicros)
                        : begins - Rhythm.HOUR - (long) (35 * Rhythm.DAY * -Math.log1p(-random.nextDouble()));
            case ORDINARY -> Math.min(begins - Rhythm.HOUR, identity.createdMicros);
            case FRESH -> begins - random.nextLong(12 * Rhythm.HOUR);
            case AGED -> begins - (365 + random.nextLong(200)) * Rhythm.DAY - random.nextLong(Rhythm.DAY);
        };
    }

    private Route route(String country) {
        if (shape.exits().network() == Shape.Network.SCATTERED) {
            return cast.homely(random, country, world.addresses().home(country, random));
        }
        List<Exit> exits = new ArrayList<>();
        for (int i = 0; i < shape.exits().perAccount(); i++) {
            exits.add(operation.pool().get(random.nextInt(operation.pool().size())));
        }
        return Route.rotating(exits, shape.exits().rotationMinutes() * 60L * Rhythm.SECOND);
    }

    private Script script(String country) {
        List<Task> tasks = shape.work().reworded() ? tasks(shape, cast, random) : operation.tasks();
        Script work = new ItemScript(tasks, operation.dataset(), new ItemScript.Partition(dealt++, STRIDE, 0), 0.12);
        if (shape.work().cover() == 0) {
            return work;
        }
        boolean coder = random.nextInt(3) == 0;
        Grammar grammar = world.grammar(coder ? Language.ENGLISH : Language.spokenIn(country, random));
        FreeScript cover = Voices.free(grammar, random, List.of(coder ? "dev" : "chat"), "", List.of(), 260);
        return new MixedScript(cover, shape.work().cover(), work);
    }

    private Access access(Client client) {
        String pathway = client.browser() ? "app" : Cast.pathway(random);
        Program program = program(client);
        return shape.work().pivot() > 0
                ? world.eager(random, pathway, program, shape.work().pivot())
                : world.access(random, pathway, program);
    }

    private Program program(Client client) {
        if (shape.exits().clientMinutes() == 0) {
            return client;
        }
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(
                    client.browser()
                            ? world.clients().browser(random)
                            : world.clients().library(random));
        }
        return new Program.Rotation(clients, shape.exits().clientMinutes() * 60L * Rhythm.SECOND);
    }

    private Rhythm rhythm(String country) {
        return switch (shape.tempo().clock()) {
            case ROUND_THE_CLOCK -> new Rhythm.Steady(0.6);
            case HUMAN -> Cast.human(random, country);
            case BATCHES ->
                new Rhythm.Batches(rhythmSeed, 6 * Rhythm.HOUR, shape.tempo().jitterMinutes() * 60L * Rhythm.SECOND);
        };
    }
}
