package org.iolaus.duel.attacker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.duel.traffic.Stage;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.honest.Archetype;
import org.junit.jupiter.api.Test;

class AttackerTest {
    private static final Scenario FEW =
            new Scenario("few", "A few people", 4, List.of(new Group(Archetype.named("consumer"), 20)), List.of());
    private static final long MINUTE = 60 * Rhythm.SECOND;

    /** One exchange as it was made. */
    private record Made(String account, long micros) {}

    private final Stage stage = Stage.raise(FEW, 1, 4, 7);
    private final long start = stage.world().start();
    private final long end = stage.world().end();
    private final List<Made> log = new ArrayList<>();

    private Attacker attacker(Manner manner, int wanted, long budget, double failsToVerify) {
        Operation operation = new Operation(manner, start, end, wanted, budget, Prices.DEFAULT, failsToVerify);
        return new Attacker(operation, stage, new SplittableRandom(3));
    }

    private void work(Attacker attacker, long until) {
        attacker.work(until, (actor, ordinal) -> log.add(made(actor, ordinal)));
    }

    private static Made made(Actor actor, int ordinal) {
        return new Made(actor.account().accountId(), actor.times()[ordinal]);
    }

    private static String id(Holding held) {
        return held.actor().account().accountId();
    }

    @Test
    void work_toTheEnd_accountsAddUp() {
        Attacker attacker = attacker(Manner.LEARNING, 600, 400_000, 1);
        for (long now = start; now < end; now += 10 * MINUTE) {
            attacker.replenish(now);
            work(attacker, now + 10 * MINUTE);
        }

        assertThat(attacker.holdings().stream().mapToInt(Holding::made).sum()).isEqualTo(log.size());
        assertThat(attacker.holdings().stream().mapToInt(Holding::useful).sum()).isEqualTo(attacker.useful());
        long accounts = attacker.holdings().stream()
                .mapToLong(held -> Prices.DEFAULT.of(held.play()))
                .sum();
        assertThat(attacker.spent()).isEqualTo(accounts + log.size() * Prices.DEFAULT.exchange());
        for (Knob knob : Knob.values()) {
            List<WayScore> ways = attacker.ways().stream()
                    .filter(way -> way.knob().equals(knob.label()))
                    .toList();
            assertThat(ways).hasSize(knob.choices());
            assertThat(ways.stream().mapToInt(WayScore::accounts).sum())
                    .isEqualTo(attacker.holdings().size());
            assertThat(ways.stream().mapToLong(WayScore::useful).sum()).isEqualTo(attacker.useful());
            assertThat(ways.stream().mapToLong(WayScore::spent).sum()).isEqualTo(attacker.spent());
        }
    }

    @Test
    void work_littleMoney_neverSpendsMore() {
        Attacker attacker = attacker(Manner.STUBBORN, 5_000, 20_000, 1);
        for (long now = start; now < end; now += 60 * MINUTE) {
            attacker.replenish(now);
            work(attacker, now + 60 * MINUTE);
        }

        assertThat(attacker.spent()).isBetween(15_000L, 20_000L);
        assertThat(attacker.useful()).isLessThan(5_000);
    }

    @Test
    void work_nobodyLost_obtainsWhatItWantsAndNoMore() {
        Attacker attacker = attacker(Manner.STUBBORN, 500, 1_000_000, 1);
        for (long now = start; now < end; now += 60 * MINUTE) {
            attacker.replenish(now);
            work(attacker, now + 60 * MINUTE);
        }

        assertThat(attacker.useful()).isEqualTo(500);
    }

    @Test
    void restricted_account_makesNothingMore() {
        Attacker attacker = attacker(Manner.STUBBORN, 2_000, 1_000_000, 1);
        List<Holding> bought = attacker.replenish(start);
        long lost = start + 12 * 60 * MINUTE;
        work(attacker, lost);
        attacker.restricted(id(bought.getFirst()), lost);
        work(attacker, end);

        assertThat(log).anyMatch(made -> made.account().equals(id(bought.getFirst())));
        assertThat(log).noneMatch(made -> made.account().equals(id(bought.getFirst())) && made.micros() >= lost);
        assertThat(log).anyMatch(made -> made.account().equals(id(bought.getLast())) && made.micros() >= lost);
    }

    @Test
    void replenish_afterALoss_replacementStartsWithinMinutes() {
        Attacker attacker = attacker(Manner.STUBBORN, 2_000, 1_000_000, 1);
        List<Holding> bought = attacker.replenish(start);
        long lost = start + 24 * 60 * MINUTE;
        bought.forEach(held -> attacker.restricted(id(held), lost));
        List<Holding> replacements = attacker.replenish(lost);

        assertThat(replacements).isNotEmpty().allSatisfy(held -> {
            assertThat(held.replacement()).isTrue();
            assertThat(held.beginsMicros() - lost).isBetween(2 * MINUTE, 15 * MINUTE);
            assertThat(held.actor().times()[0]).isGreaterThanOrEqualTo(held.beginsMicros());
        });
        assertThat(bought).noneMatch(Holding::replacement);
    }

    @Test
    void asked_cannotVerify_losesTheAccount() {
        Attacker attacker = attacker(Manner.STUBBORN, 500, 1_000_000, 1);
        Holding held = attacker.replenish(start).getFirst();
        long before = attacker.spent();
        attacker.asked(id(held), start + MINUTE);

        assertThat(held.lostMicros()).isEqualTo(start + MINUTE);
        assertThat(attacker.spent()).isEqualTo(before);
    }

    @Test
    void asked_canVerify_paysAndGoesOn() {
        Attacker attacker = attacker(Manner.STUBBORN, 500, 1_000_000, 0);
        Holding held = attacker.replenish(start).getFirst();
        long before = attacker.spent();
        attacker.asked(id(held), start + MINUTE);

        assertThat(held.lostMicros()).isEqualTo(Holding.NEVER);
        assertThat(attacker.spent()).isEqualTo(before + Prices.DEFAULT.verification());
    }
}
