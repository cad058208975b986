package org.iolaus.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.Customers.NOW;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Objects;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.LoneExtraction;
import org.iolaus.detection.campaign.Members;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Verdicts.Ruling;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final long CARD = 5;
    private static final long PATTERN = 7777;
    private static final long SYSTEM = 9;
    private static final long FRAME = 10;
    private static final long EXIT = 11;
    private static final int SIZE = 40;

    /** Strangers who pay by a few cards, name themselves alike and divide work from one prompt in one frame. */
    private static final class Campaign {
        final Members members;
        final CampaignTracker tracker;
        final Verdicts verdicts;

        Campaign(int reference) {
            this(reference, 4, facts(0, CARD, 0));
        }

        Campaign(int reference, int cards, AccountFingerprint ofTheFirst) {
            this(new Members(reference)
                    .add(1, ofTheFirst)
                    .share(Layer.PAYMENT, CARD, 0, 1)
                    .payingByTurns(SIZE - 1, CARD, cards)
                    .share(Layer.EMAIL_PATTERN, PATTERN, 0, SIZE));
        }

        Campaign(Members members) {
            this.members = members.share(Layer.SYSTEM, SYSTEM, 0, SIZE).share(Layer.SHINGLE, FRAME, 0, SIZE);
            for (int member = 0; member < SIZE; member++) {
                work(member, 10);
            }
            tracker = new CampaignTracker(
                    members.customers().all(),
                    members.customers().table(),
                    members.reference(),
                    subject -> false,
                    models());
            verdicts = new Verdicts(members.customers().all(), new Exemptions());
        }

        private static Catalog models() {
            Catalog models = new Catalog();
            models.index("model", 0);
            return models;
        }

        void work(int member, int items) {
            for (int item = 0; item < items; item++) {
                members.asks(member, 1 + member * 1000L + item, SYSTEM, 1 + member, 255, FRAME);
            }
        }

        void evaluate(long micros) {
            tracker.evaluate(micros, micros);
            verdicts.evaluation(tracker, micros);
        }

        Ruling ruling(int member) {
            return Objects.requireNonNull(verdicts.of(members.all().get(member)));
        }
    }

    @Test
    void evaluation_campaign_restrictsItsMembers() {
        Campaign campaign = new Campaign(200);
        campaign.evaluate(NOW);

        assertThat(campaign.ruling(0).verdict()).isEqualTo(Verdict.RESTRICT);
        assertThat(campaign.ruling(0).micros()).isEqualTo(NOW);
        assertThat(campaign.ruling(0).exchangesBefore())
                .isEqualTo(campaign.members.all().getFirst().exchanges());
        assertThat(campaign.members.customers().all().stream().filter(subject -> campaign.verdicts.of(subject) != null))
                .hasSize(SIZE);
    }

    @Test
    void evaluation_memberByCardAndExitThatTookNothing_isAskedAndLaterRestricted() {
        Campaign campaign = new Campaign(200);
        campaign.members.share(Layer.IP, EXIT, 0, SIZE);
        Subject idle = campaign.members.customers().add(facts(0, CARD, 0));
        campaign.members.customers().share(Layer.PAYMENT, CARD, idle.index());
        campaign.members.customers().share(Layer.EMAIL_PATTERN, PATTERN, idle.index());
        campaign.members.customers().share(Layer.IP, EXIT, idle.index());
        campaign.evaluate(NOW);
        assertThat(campaign.verdicts.of(idle)).isNull();
        campaign.tracker.close();
        campaign.evaluate(NOW + 1);

        Ruling asked = Objects.requireNonNull(campaign.verdicts.of(idle));
        Group group = Objects.requireNonNull(campaign.tracker.group(idle));
        LoneExtraction alone = new LoneExtraction(campaign.members.customers().all(), campaign.members.reference());
        AccountFinding finding =
                new AccountReport(campaign.members.customers().table(), alone).judged(idle, asked, group, "cmp", null);
        assertThat(asked.verdict()).isEqualTo(Verdict.VERIFY);
        assertThat(finding.counterEvidence()).extracting(Evidence::kind).startsWith("no_shared_work");

        campaign.members.ask(idle, -1, SYSTEM, 0, 255, FRAME);
        campaign.verdicts.exchange(idle, idle.objects(Family.IDENTITY.ordinal()), NOW + 2, campaign.tracker);

        assertThat(Objects.requireNonNull(campaign.verdicts.of(idle)).verdict()).isEqualTo(Verdict.RESTRICT);
    }

    @Test
    void reachedAfter_evaluations_givesEachRulingOnce() {
        Campaign campaign = new Campaign(200);
        campaign.evaluate(NOW);
        var reached = campaign.verdicts.reachedAfter(0);
        campaign.evaluate(NOW + 1);

        assertThat(reached)
                .hasSize(SIZE)
                .allSatisfy(each -> assertThat(each.ruling()).isSameAs(campaign.verdicts.of(each.subject())));
        assertThat(campaign.verdicts.reachedAfter(SIZE - 1)).containsExactly(reached.getLast());
        assertThat(campaign.verdicts.reachedAfter(SIZE)).isEmpty();
    }

    @Test
    void evaluation_again_keepsTheFirstRuling() {
        Campaign campaign = new Campaign(200);
        campaign.evaluate(NOW);
        Ruling first = campaign.ruling(0);
        campaign.evaluate(NOW + 1);

        assertThat(campaign.ruling(0)).isEqualTo(first);
    }

    @Test
    void evaluation_groupClearedLater_keepsTheRuling() {
        Campaign campaign = new Campaign(200);
        campaign.evaluate(NOW);
        campaign.members.all().forEach(member -> member.facts(facts(1, 0, 0, Verification.ORGANIZATION)));
        for (int member = 0; member < SIZE; member++) {
            campaign.work(member, 30);
        }
        campaign.evaluate(NOW + 1);

        assertThat(Objects.requireNonNull(
                                campaign.tracker.group(campaign.members.all().getFirst()))
                        .assessment())
                .extracting(assessment -> Objects.requireNonNull(assessment).standing())
                .isEqualTo(Standing.CLEARED);
        assertThat(campaign.ruling(0).verdict()).isEqualTo(Verdict.RESTRICT);
    }

    @Test
    void evaluation_agreedUse_isLeftAlone() {
        Campaign campaign = new Campaign(200, 4, facts(0, CARD, 0, Verification.PAYMENT, "distillation"));
        campaign.evaluate(NOW);

        assertThat(campaign.verdicts.of(campaign.members.all().getFirst())).isNull();
        assertThat(campaign.ruling(1).verdict()).isEqualTo(Verdict.RESTRICT);
    }

    @Test
    void evaluation_tooSmallAReference_onlyObserves() {
        Campaign campaign = new Campaign(new Members(99).add(SIZE, facts(0, 0, 0)));
        campaign.evaluate(NOW);

        assertThat(campaign.tracker.mayAccuse()).isFalse();
        assertThat(campaign.members.all()).allSatisfy(member -> {
            Ruling ruling = campaign.verdicts.of(member);
            assertThat(ruling == null ? Verdict.ALLOW : ruling.verdict()).isLessThanOrEqualTo(Verdict.OBSERVE);
        });
        assertThat(campaign.members.all())
                .anySatisfy(member -> assertThat(campaign.verdicts.of(member)).isNotNull());
    }

    @Test
    void exchange_newcomerThatMatches_isRestrictedAtItsThirdItem() {
        Campaign campaign = new Campaign(200);
        campaign.evaluate(NOW);
        Subject newcomer = campaign.members.customers().add(facts(0, CARD, 0));
        campaign.members.customers().share(Layer.PAYMENT, CARD, newcomer.index());
        campaign.members.customers().share(Layer.SYSTEM, SYSTEM, newcomer.index());
        campaign.members.customers().share(Layer.SHINGLE, FRAME, newcomer.index());
        campaign.members.customers().share(Layer.EMAIL_PATTERN, PATTERN, newcomer.index());
        for (int item = 1; item <= 4; item++) {
            assertThat(campaign.verdicts.of(newcomer) == null).isEqualTo(item <= 3);
            campaign.members.ask(newcomer, -item, SYSTEM, 0, 255, FRAME);
            campaign.verdicts.exchange(
                    newcomer, newcomer.objects(Family.IDENTITY.ordinal()), NOW + item, campaign.tracker);
        }

        Ruling ruling = Objects.requireNonNull(campaign.verdicts.of(newcomer));
        assertThat(ruling.verdict()).isEqualTo(Verdict.RESTRICT);
        assertThat(ruling.micros()).isEqualTo(NOW + 3);
        assertThat(ruling.exchangesBefore()).isEqualTo(3);
    }
}
