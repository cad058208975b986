package org.iolaus.service.review.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iolaus.service.review.ReviewWorld.ANNA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.account.Holds;
import org.iolaus.service.review.account.Verification;
import org.iolaus.service.review.account.Verifications;
import org.iolaus.service.review.action.DecisionReference;
import org.iolaus.service.review.audit.ChainCheck;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetentionTest {
    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private Retention retention;

    @BeforeEach
    void open() {
        world = new ReviewWorld(kind, folder);
        retention = new Retention(
                world.database, world.vault, world.reviews.audit(), RetentionConfig.DEFAULT, true, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void run_nothingIsOld_letsNothingGo() {
        world.campaign(7, "acct-1");

        assertThat(retention.run()).isEmpty();
    }

    @Test
    void run_oldCase_goesWithItsKeysAndTheChainChecks() {
        CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
        world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards.");
        world.clock.advance(Duration.ofDays(366));

        assertThat(retention.run()).containsEntry("cases", 1).containsEntry("keys", 2);
        assertThat(world.<Boolean>in(
                        handle -> world.reviews.cases().ofGroup(handle, 7).isPresent()))
                .isFalse();
        assertThat(world.<Integer>in(handle -> handle.createQuery("SELECT COUNT(*) FROM data_key")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
        ChainCheck check = new ChainCheck(List.of());
        world.reviews.audit().forEach(check::link);
        assertThat(check.fault()).isEmpty();
        assertThat(check.head().sequence()).isEqualTo(3);
    }

    @Test
    void run_accountUnderHold_keepsItsCase() {
        world.campaign(7, "acct-1", "acct-2");
        world.campaign(8, "acct-3");
        new Holds(world.database, world.vault, world.reviews.audit(), world.clock)
                .place(ANNA, "acct-1", "Court order.", world.clock.instant().plus(Duration.ofDays(400)));
        world.clock.advance(Duration.ofDays(366));

        assertThat(retention.run()).containsEntry("cases", 1);
        assertThat(world.members(world.ofGroup(7))).hasSize(2);
        world.clock.advance(Duration.ofDays(40));
        assertThat(retention.run()).containsEntry("holds", 1).containsEntry("cases", 1);
    }

    @Test
    void run_referencesVerificationsAndErasures_goByTheirOwnPeriods() {
        world.reviews
                .references()
                .record(new DecisionReference(
                        "ref-1",
                        "acct-5",
                        null,
                        0,
                        "verify",
                        "region",
                        true,
                        world.clock.instant(),
                        world.clock.instant(),
                        null));
        world.reviews.references().write();
        new Verifications(world.database, world.vault, world.reviews.audit())
                .put(new Verification(
                        "acct-6", "rejected", List.of(), null, world.clock.instant(), "anna", "It does not fit."));
        world.database.transact(handle -> {
            world.vault.markErased(handle, "acct-7", world.clock.instant().plus(Duration.ofDays(30)));
            return 1;
        });

        world.clock.advance(Duration.ofDays(31));
        assertThat(retention.run()).containsOnlyKeys("erasures");
        world.clock.advance(Duration.ofDays(150));
        assertThat(retention.run()).containsOnlyKeys("references", "keys");
        world.clock.advance(Duration.ofDays(190));
        assertThat(retention.run()).containsOnlyKeys("verifications", "keys");
    }

    @Test
    void samples_byDefault_keepNothing() {
        assertThat(samples(SampleConfig.DEFAULT).offer("acct-1", "Hello")).isFalse();
    }

    @Test
    void samples_turnedOn_areFewSealedCutAndExpire() {
        Samples samples = samples(new SampleConfig(true, 2, 3, 5, Duration.ofDays(7)));

        assertThat(samples.offer("acct-1", "Hellö world")).isTrue();
        assertThat(samples.offer("acct-1", "two")).isTrue();
        assertThat(samples.offer("acct-1", "three")).isFalse();
        assertThat(samples.offer("acct-2", "four")).isTrue();
        assertThat(samples.of("acct-1")).containsExactlyInAnyOrder("Hell", "two");
        assertThat(world.<List<byte[]>>in(handle -> handle.createQuery("SELECT content FROM sample")
                        .mapTo(byte[].class)
                        .list()))
                .noneMatch(content -> new String(content, UTF_8).contains("two"));

        world.clock.advance(Duration.ofDays(7));
        assertThat(samples.of("acct-1")).isEmpty();
        assertThat(retention.run()).containsEntry("samples", 3);
    }

    @Test
    void samples_noMoreRoom_thoseInNoCaseGiveWay() {
        Samples samples = samples(new SampleConfig(true, 2, 2, 50, Duration.ofDays(7)));
        samples.offer("acct-1", "of a campaign");
        world.campaign(7, "acct-1");
        world.clock.advance(Duration.ofMinutes(1));
        samples.offer("acct-2", "of a customer");
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(samples.offer("acct-3", "of another")).isTrue();
        assertThat(samples.of("acct-1")).containsExactly("of a campaign");
        assertThat(samples.of("acct-2")).isEmpty();
        world.campaign(7, "acct-1", "acct-3");
        assertThat(samples.offer("acct-4", "of a third")).isFalse();
    }

    @Test
    void samples_turnedOffLater_goAtOnce() {
        samples(new SampleConfig(true, 2, 2, 50, Duration.ofDays(7))).offer("acct-1", "Hello");

        new Retention(world.database, world.vault, world.reviews.audit(), RetentionConfig.DEFAULT, false, world.clock)
                .run();

        assertThat(samples(SampleConfig.DEFAULT).of("acct-1")).isEmpty();
    }

    @Test
    void config_casesShorterThanTheLog_isRefused() {
        assertThatThrownBy(() -> new RetentionConfig(
                        Duration.ofDays(30), Duration.ofDays(29), Duration.ofDays(1), Duration.ofDays(1)))
                .hasMessageContaining("retention.cases");
    }

    private Samples samples(SampleConfig config) {
        return new Samples(world.database, world.vault, config, world.clock, world.random);
    }
}
