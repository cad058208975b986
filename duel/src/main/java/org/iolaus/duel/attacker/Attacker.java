package org.iolaus.duel.attacker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.iolaus.duel.traffic.Stage;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Rhythm;

/**
 * A simulated operation that wants so many exchanges and reacts to what happens to its accounts. It buys accounts until
 * those it holds are enough to reach its aim in time, uses each in a way that its bandits choose, one a knob, and replaces
 * what it loses within minutes, as long as its money lasts. Of the defender it sees that accounts stop working. Not
 * thread-safe.
 */
public final class Attacker {
    private static final long SOONEST = 2 * 60 * Rhythm.SECOND;
    private static final long LATEST = 15 * 60 * Rhythm.SECOND;
    private static final long FIRST_DAY = 6 * Rhythm.HOUR;
    /** It makes up for lost time at most at so many times its first rate. */
    private static final double HURRY = 2;
    /** It may have spent this share of its money when it starts, and the rest evenly as time goes by. */
    private static final double AT_ONCE = 0.4;
    /** An account is bought only if so many exchanges can be paid for, too. */
    private static final int WORTHWHILE = 5;

    private final Operation operation;
    private final SplittableRandom random;
    private final Recruiter recruiter;
    private final Purse purse;
    private final Map<Knob, Bandit> bandits = new EnumMap<>(Knob.class);
    private final List<Holding> holdings = new ArrayList<>();
    private final List<Holding> live = new ArrayList<>();
    private final Map<String, Holding> byAccount = new HashMap<>();
    private int useful;
    private boolean hasLost;

    public Attacker(Operation operation, Stage stage, SplittableRandom random) {
        this.operation = operation;
        this.random = random;
        recruiter = new Recruiter(stage, operation.prices().accountsPerCard(), random.split());
        purse = new Purse(operation.budget());
        for (Knob knob : Knob.values()) {
            bandits.put(knob, new Bandit(knob.choices()));
        }
    }

    /** Buys what is missing; gives the accounts bought, which take up work within minutes, the first within hours. */
    public List<Holding> replenish(long nowMicros) {
        List<Holding> bought = new ArrayList<>();
        double missing = wantedPerDay(nowMicros)
                - live.stream().mapToDouble(held -> held.play().usefulPerDay()).sum();
        while (missing > 0) {
            Play play = play();
            long price = operation.prices().of(play);
            long worthwhile = price + WORTHWHILE * operation.prices().exchange();
            if (!purse.affords(worthwhile) || purse.spent() + worthwhile > allowance(nowMicros)) {
                break;
            }
            bought.add(buy(play, price, nowMicros));
            missing -= play.usefulPerDay();
        }
        return bought;
    }

    private Play play() {
        return operation.manner() == Manner.STUBBORN
                ? Play.DISCLOSED
                : Play.of(knob -> bandit(knob).choose(random));
    }

    private double allowance(long nowMicros) {
        double gone = (double) (nowMicros - operation.fromMicros()) / (operation.toMicros() - operation.fromMicros());
        return operation.budget() * (AT_ONCE + (1 - AT_ONCE) * gone);
    }

    private double wantedPerDay(long nowMicros) {
        long left = operation.toMicros() - nowMicros - LATEST;
        if (left <= 0 || useful >= operation.wanted()) {
            return 0;
        }
        double first = (double) operation.wanted() * Rhythm.DAY / (operation.toMicros() - operation.fromMicros());
        return Math.min(HURRY * first, (double) (operation.wanted() - useful) * Rhythm.DAY / left);
    }

    private Holding buy(Play play, long price, long nowMicros) {
        long delay = holdings.isEmpty() || !hasLost
                ? random.nextLong(FIRST_DAY)
                : SOONEST + random.nextLong(LATEST - SOONEST);
        long begins = Math.min(nowMicros + delay, operation.toMicros() - 1);
        Actor actor = recruiter.recruit(play, begins);
        Holding holding = new Holding(actor, play, hasLost, begins);
        for (Knob knob : Knob.values()) {
            bandit(knob).play(play.choice(knob));
        }
        pay(play, price);
        holdings.add(holding);
        live.add(holding);
        byAccount.put(actor.account().accountId(), holding);
        return holding;
    }

    private void pay(Play play, long price) {
        purse.pay(price);
        for (Knob knob : Knob.values()) {
            bandit(knob).spend(play.choice(knob), price);
        }
    }

    /** Makes the exchanges due before a time, account by account. */
    public void work(long untilMicros, BiConsumer<Actor, Integer> log) {
        for (Holding held : live) {
            while (held.due(untilMicros)
                    && useful < operation.wanted()
                    && purse.affords(operation.prices().exchange())) {
                int ordinal = held.made();
                log.accept(held.actor(), ordinal);
                pay(held.play(), operation.prices().exchange());
                if (held.make()) {
                    earn(held);
                }
            }
        }
    }

    private void earn(Holding held) {
        useful++;
        for (Knob knob : Knob.values()) {
            bandit(knob).earn(held.play().choice(knob), 1);
        }
    }

    /** Whether an account is its own. */
    public boolean holds(String accountId) {
        return byAccount.containsKey(accountId);
    }

    /** One of its accounts stops working. */
    public void restricted(String accountId, long nowMicros) {
        Holding held = byAccount.get(accountId);
        if (held != null && held.lostMicros() == Holding.NEVER) {
            held.lost(nowMicros);
            live.remove(held);
            hasLost = true;
        }
    }

    /** One of its accounts is asked to verify: it fails, or pays for passing. */
    public void asked(String accountId, long nowMicros) {
        Holding held = byAccount.get(accountId);
        if (held == null || held.lostMicros() != Holding.NEVER) {
            return;
        }
        long price = operation.prices().verification();
        SplittableRandom own = new SplittableRandom(held.actor().seed() ^ 0x7e51L);
        if (own.nextDouble() < operation.failsToVerify() || !purse.affords(price)) {
            restricted(accountId, nowMicros);
        } else {
            pay(held.play(), price);
        }
    }

    /** For the score alone: the exchange at which the defender linked an account. */
    public void linked(String accountId, long micros, long before) {
        Holding held = byAccount.get(accountId);
        if (held != null) {
            held.linked(micros, before);
        }
    }

    /** Every account it ever held, in the order they were bought. */
    public List<Holding> holdings() {
        return List.copyOf(holdings);
    }

    /** Useful exchanges it obtained. */
    public int useful() {
        return useful;
    }

    /** What it spent, in thousandths of a dollar. */
    public long spent() {
        return purse.spent();
    }

    /** What each way of each knob came to. */
    public List<WayScore> ways() {
        List<WayScore> ways = new ArrayList<>();
        for (Knob knob : Knob.values()) {
            for (int way = 0; way < knob.choices(); way++) {
                ways.add(bandit(knob).score(knob, way, linked(knob, way)));
            }
        }
        return ways;
    }

    private int linked(Knob knob, int way) {
        return (int) holdings.stream()
                .filter(held -> held.play().choice(knob) == way && held.linkedMicros() != Holding.NEVER)
                .count();
    }

    private Bandit bandit(Knob knob) {
        return Objects.requireNonNull(bandits.get(knob));
    }
}
