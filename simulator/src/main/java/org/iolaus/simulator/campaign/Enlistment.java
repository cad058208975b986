package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.World;

/** A campaign's accounts from sign-up to ban and replacement. Not thread-safe. */
final class Enlistment {
    private final Shape shape;
    private final Cast cast;
    private final World world;
    private final SplittableRandom random;
    private final Operation operation;
    private final Crew crew;
    private int enlisted;

    Enlistment(Shape shape, Cast cast, SplittableRandom random, Operation operation, int dealt) {
        this.shape = shape;
        this.cast = cast;
        this.world = cast.world();
        this.random = random;
        this.operation = operation;
        this.crew = new Crew(shape, shape.guise(), cast, random, operation, dealt);
    }

    void run() {
        Life life = shape.life();
        long from = world.start() + (long) (life.from() * (world.end() - world.start()));
        long to = world.start() + (long) (life.to() * (world.end() - world.start()));
        List<Long> bursts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bursts.add(from - random.nextLong(45) * Rhythm.DAY);
        }
        for (int seat = 0; seat < shape.size().accounts(); seat++) {
            seat(from + random.nextLong(Math.max(1, (to - from) / 8)), to, bursts);
        }
    }

    /** Accounts that follow one another in one place. */
    private void seat(long first, long to, List<Long> bursts) {
        Life life = shape.life();
        long begins = first;
        boolean replaced = false;
        while (begins < to) {
            long ends = life.days() == 0
                    ? to
                    : Math.min(to, begins + (long) (life.days() * (0.5 + random.nextDouble()) * Rhythm.DAY));
            account(begins, ends, replaced, bursts.get(random.nextInt(bursts.size())));
            long pause = life.standby() ? 5 * 60 * Rhythm.SECOND : Rhythm.HOUR;
            begins = life.days() == 0 ? to : ends + random.nextLong(pause);
            replaced = !life.standby();
        }
    }

    private void account(long ready, long ends, boolean replaced, long burst) {
        Life life = shape.life();
        String country = crew.country();
        Route route = crew.route(country);
        Identity identity =
                world.identity(random, country, route.exits().getFirst().ip(), random.nextInt(3) == 0);
        if (life.accountsPerCard() > 1) {
            identity.payment =
                    operation.cards().get(random.nextInt(operation.cards().size()));
        }
        identity.createdMicros = replaced ? ready - random.nextLong(Rhythm.HOUR) : created(identity, ready, burst);
        if (!life.plan().isEmpty()) {
            identity.plan = life.plan();
        }
        if (bought()) {
            buy(identity, ready);
        }
        crew.disguise().dress(identity, random);
        long begins = Math.max(ready, Math.min(identity.createdMicros, ends - Rhythm.HOUR));
        Client client = crew.client();
        int count = count(begins, ends);
        Label label =
                new Label(shape.name(), "campaign-" + shape.name(), shape.work().cover(), null);
        cast.add(
                random,
                identity.register(),
                null,
                label,
                crew.script(country),
                route,
                crew.access(client),
                crew.rhythm(country),
                begins,
                ends,
                count);
    }

    /** Whether the next account is one of those that were bought; exact over any number of accounts. */
    private boolean bought() {
        long before = (long) (enlisted++ * shape.life().agedIn());
        return (long) (enlisted * shape.life().agedIn()) > before;
    }

    /** Turns a new account into one that a customer of long standing sold, with their card and home address. */
    private void buy(Identity identity, long begins) {
        identity.createdMicros = begins - (90 + random.nextLong(700)) * Rhythm.DAY;
        identity.payment = "p:" + Identity.hash(random);
        identity.signupIp = world.addresses().home(identity.country, random).ip();
        if (identity.verification.compareTo(Account.Verification.PAYMENT) < 0) {
            identity.verification = Account.Verification.PAYMENT;
            identity.plan = "pro";
        }
    }

    private int count(long begins, long ends) {
        double share = (double) (ends - begins) / (world.end() - world.start());
        double all = shape.tempo().clock() == Tempo.Clock.FLAT_OUT
                ? shape.size().mean() * world.days() / 14
                : cast.count(random, shape.size().median(), Size.SIGMA);
        return Math.max(2, (int) Math.round(all * share));
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
}
