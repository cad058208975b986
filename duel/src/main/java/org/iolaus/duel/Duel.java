package org.iolaus.duel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.duel.attacker.Attacker;
import org.iolaus.duel.attacker.Holding;
import org.iolaus.duel.attacker.Operation;
import org.iolaus.duel.defender.Decision;
import org.iolaus.duel.defender.Defender;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.duel.defender.Thresholds;
import org.iolaus.duel.score.HonestHurt;
import org.iolaus.duel.score.Replacement;
import org.iolaus.duel.traffic.HonestTraffic;
import org.iolaus.duel.traffic.HonestTraffic.Person;
import org.iolaus.duel.traffic.Logged;
import org.iolaus.duel.traffic.Recorder;
import org.iolaus.duel.traffic.Stage;
import org.iolaus.simulator.actor.Rhythm;

/**
 * One attacker against one defender among honest people, epoch by epoch. What is served in an epoch enters the log; when
 * the epoch closes, the defender decides; whoever it restricts makes no exchange from then on, honest or not. Not
 * thread-safe; one duel an object.
 */
final class Duel {
    static final long EPOCH_MICROS = 10 * 60 * Rhythm.SECOND;

    private final DuelConfig config;
    private final HonestTraffic honest;
    private final Defender defender;
    private final Attacker attacker;
    private final Recorder recorder;
    private final Set<String> banned = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Integer> byDay = new ArrayList<>();
    private int nextHonest;
    private long refused;
    private long number;

    Duel(DuelConfig config, HonestTraffic honest, DefenderKind kind, Thresholds thresholds, long seed, int budget) {
        this.config = config;
        this.honest = honest;
        defender = kind.create(thresholds);
        recorder = new Recorder(CapabilityModel.bundled());
        number = honest.exchanges().size();
        Stage stage = Stage.raise(config.population(), config.scale(), config.days(), seed);
        Operation operation = new Operation(
                config.manner(),
                attackStart(honest, config),
                honest.endMicros(),
                config.wanted(budget),
                budget * 1000L,
                config.prices(),
                config.failsToVerify());
        attacker = new Attacker(operation, stage, new SplittableRandom(seed ^ 0xa77ac4L));
        honest.people().stream().map(Person::account).distinct().forEach(defender::account);
        honest.releases().forEach(defender::release);
    }

    static long attackStart(HonestTraffic honest, DuelConfig config) {
        return honest.startMicros() + config.calmDays() * Rhythm.DAY;
    }

    void play() {
        long start = attackStart(honest, config);
        for (long end = honest.startMicros() + EPOCH_MICROS; end <= honest.endMicros(); end += EPOCH_MICROS) {
            serveHonest(end);
            attacker.work(end, (actor, ordinal) -> defender.exchange(recorder.record(actor, ordinal, number++)));
            for (Decision decision : defender.close(end)) {
                settle(decision, end);
            }
            if (end >= start) {
                attacker.replenish(end)
                        .forEach(held -> defender.account(held.actor().account()));
            }
            if (Math.floorMod(end - honest.startMicros(), Rhythm.DAY) == 0) {
                byDay.add(attacker.useful());
            }
        }
    }

    private void serveHonest(long end) {
        List<Logged> all = honest.exchanges();
        for (; nextHonest < all.size() && all.get(nextHonest).timeMicros() < end; nextHonest++) {
            Logged exchange = all.get(nextHonest);
            if (banned.contains(exchange.subject())
                    || banned.contains(exchange.fingerprint().accountId())) {
                refused++;
            } else {
                defender.exchange(exchange);
            }
        }
    }

    /** A verdict takes effect when its epoch closes: what was served before stays in the log. */
    private void settle(Decision decision, long now) {
        if (!decision.verdict().atLeast(Verdict.VERIFY)) {
            return;
        }
        boolean restricts = decision.verdict().atLeast(Verdict.RESTRICT);
        String subject = decision.subject();
        (restricts ? banned : asked).add(subject);
        attacker.linked(subject, decision.micros(), decision.exchangesBefore());
        if (restricts) {
            attacker.restricted(subject, now);
        } else {
            attacker.asked(subject, now);
        }
    }

    DuelResult result(DefenderKind kind, long seed, int budget) {
        List<Holding> holdings = attacker.holdings();
        return new DuelResult(
                kind,
                seed,
                budget,
                config.wanted(budget),
                attacker.useful(),
                holdings.stream().mapToInt(Holding::made).sum(),
                holdings.size(),
                (int) holdings.stream()
                        .filter(held -> held.lostMicros() != Holding.NEVER)
                        .count(),
                attacker.spent(),
                Replacement.among(holdings, honest.endMicros()),
                attacker.ways(),
                HonestHurt.of(honest.people(), banned, asked),
                refused,
                byDay);
    }
}
