package org.iolaus.service.review.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iolaus.service.review.ReviewWorld.ANNA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.audit.ChainCheck;
import org.iolaus.service.review.audit.Link;
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
class ErasureTest {
    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private CaseRecord campaign;
    private Holds holds;
    private Verifications verifications;
    private Erasure erasure;

    @BeforeEach
    void open() {
        world = new ReviewWorld(kind, folder);
        holds = new Holds(world.database, world.vault, world.reviews.audit(), world.clock);
        verifications = new Verifications(world.database, world.vault, world.reviews.audit());
        erasure = new Erasure(
                world.database,
                world.vault,
                holds,
                world.reviews.audit(),
                world.clock,
                Duration.ofDays(30),
                account -> {});
        campaign = world.campaign(7, "acct-1", "acct-2");
        world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards.");
        verifications.put(verification("acct-1", "verified", "ticket 12"));
        world.reviews.references().record(world.reference("ref-1", "acct-1"));
        world.reviews.references().write();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void erase_account_leavesNothingReadableAndAChainThatChecks() {
        List<String> before = lines();
        String ref = world.database.transact(
                handle -> world.vault.existing(handle, "acct-1").orElseThrow().ref());

        erasure.erase(ANNA, "acct-1", "Asked for by letter.");

        assertThat(world.members(campaign))
                .extracting(member -> member.who().accountId())
                .containsExactly("acct-2");
        assertThat(verifications.find("acct-1")).isEmpty();
        assertThat(world.<Boolean>in(handle -> world.vault.named(handle, ref).isPresent()))
                .isFalse();
        assertThatThrownBy(() -> world.reviews.appeals().file(ANNA, "ref-1", "Why?"))
                .isInstanceOf(Problem.class);
        assertThat(lines().subList(0, before.size())).isEqualTo(before);
        ChainCheck check = new ChainCheck(List.of());
        lines().forEach(check::line);
        assertThat(check.fault()).isEmpty();
    }

    @Test
    void erase_everyTable_holdsNoTraceOfTheAccount() {
        String subject = world.vault.subject("acct-1", null);
        String ref = world.database.transact(
                handle -> world.vault.existing(handle, "acct-1").orElseThrow().ref());
        erasure.erase(ANNA, "acct-1", "Asked for by letter.");

        for (String table : List.of(
                "data_key",
                "case_member",
                "action_subject",
                "decision_reference",
                "appeal",
                "verification",
                "sample")) {
            assertThat(world.<String>in(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list()
                            .toString()))
                    .as(table)
                    .doesNotContain(ref)
                    .doesNotContain(subject)
                    .doesNotContain("acct-1");
        }
    }

    @Test
    void erase_underHold_isRefusedUntilTheHoldEnds() {
        Instant until = world.clock.instant().plus(Duration.ofDays(10));
        holds.place(ANNA, "acct-1", "Court order 4/26.", until);

        assertThatThrownBy(() -> erasure.erase(ANNA, "acct-1", "Asked for."))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("legal hold")
                .hasMessageContaining(until.toString());
        world.clock.advance(Duration.ofDays(10));
        erasure.erase(ANNA, "acct-1", "Asked for.");
        assertThat(world.<Boolean>in(
                        handle -> world.vault.existing(handle, "acct-1").isPresent()))
                .isFalse();
    }

    @Test
    void erase_holdLifted_goesThrough() {
        holds.place(ANNA, "acct-1", "Court order 4/26.", world.clock.instant().plus(Duration.ofDays(10)));
        holds.lift(ANNA, "acct-1", "Order withdrawn.");

        erasure.erase(ANNA, "acct-1", "Asked for.");
        assertThat(world.members(campaign)).hasSize(1);
    }

    @Test
    void ruled_afterErasure_isNotTakenUpAgainUntilTheLogHasAgedOut() {
        erasure.erase(ANNA, "acct-1", "Asked for.");
        world.campaign(7, "acct-1", "acct-2");
        assertThat(world.members(campaign)).hasSize(1);
        assertThatThrownBy(() -> verifications.put(verification("acct-1", "requested")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("erased");

        world.clock.advance(Duration.ofDays(31));
        world.campaign(7, "acct-1");
        assertThat(world.members(campaign)).hasSize(2);
    }

    @Test
    void verification_putAndRead_isTheSame() {
        Verification second = verification("acct-2", "verified", "ticket 13", "letter 4");
        verifications.put(verification("acct-2", "submitted"));
        verifications.put(second);

        assertThat(verifications.find("acct-2")).contains(second);
        assertThat(verifications.all()).hasSize(2);
    }

    private Verification verification(String account, String state, String... evidence) {
        return new Verification(
                account,
                state,
                List.of(evidence),
                world.clock.instant().plus(Duration.ofDays(1)),
                world.clock.instant(),
                "anna",
                "It fits.");
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        world.reviews.audit().after(0, 100).stream().map(Link::line).forEach(lines::add);
        return lines;
    }
}
