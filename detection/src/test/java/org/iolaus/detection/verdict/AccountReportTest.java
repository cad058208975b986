package org.iolaus.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.Customers.NOW;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Objects;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.LoneExtraction;
import org.iolaus.detection.campaign.Members;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Verdicts.Ruling;
import org.junit.jupiter.api.Test;

class AccountReportTest {
    private static final long CARD = 5;
    private static final long SYSTEM = 9;
    private static final int SIZE = 40;

    private final Members members = new Members(200).add(SIZE, facts(0, CARD, 0));
    private final Group group;

    AccountReportTest() {
        members.share(Layer.PAYMENT, CARD, 0, SIZE).share(Layer.SYSTEM, SYSTEM, 0, SIZE);
        for (int member = 0; member < SIZE; member++) {
            work(members.all().get(member), 10);
        }
        Catalog models = new Catalog();
        models.index("model", 0);
        CampaignTracker tracker = new CampaignTracker(
                members.customers().all(), members.customers().table(), members.reference(), subject -> false, models);
        tracker.evaluate(NOW, NOW);
        group = Objects.requireNonNull(tracker.group(members.all().getFirst()));
    }

    private void work(Subject subject, int items) {
        for (int item = 0; item < items; item++) {
            members.ask(subject, 1 + subject.index() * 1000L + item, SYSTEM, 1, 255);
        }
    }

    private AccountFinding judged(Subject subject, Verdict verdict) {
        LoneExtraction alone = new LoneExtraction(members.customers().all(), members.reference());
        return new AccountReport(members.customers().table(), alone)
                .judged(subject, new Ruling(verdict, group.number(), NOW, 2), group, "cmp", null);
    }

    private Subject stranger(int items) {
        Subject stranger = members.customers().add(facts(0, 0, 0));
        work(stranger, items);
        return stranger;
    }

    @Test
    void judged_observedMemberThatHasLeft_isNotGivenTheGroupsEvidence() {
        AccountFinding finding = judged(stranger(0), Verdict.OBSERVE);

        assertThat(finding.verdict()).isEqualTo(Verdict.OBSERVE);
        assertThat(finding.evidence()).extracting(Evidence::kind).containsExactly("former_member");
        assertThat(finding.evidence().getFirst().summary())
                .startsWith("Was in the group when it was judged, on ")
                .endsWith(" UTC, and has left it since");
        assertThat(finding.counterEvidence()).isEmpty();
    }

    @Test
    void judged_observedMemberThatHasLeftAndStandsOut_saysBoth() {
        AccountFinding finding = judged(stranger(60), Verdict.OBSERVE);

        assertThat(finding.evidence()).extracting(Evidence::kind).containsExactly("former_member", "lone_extraction");
        assertThat(finding.remedy()).contains("were not the group's and it had made at most ");
    }

    @Test
    void judged_restrictedMemberThatHasLeft_saysSoAgainst() {
        AccountFinding finding = judged(stranger(0), Verdict.RESTRICT);

        assertThat(finding.counterEvidence().getFirst().kind()).isEqualTo("former_member");
        assertThat(finding.flaggedAtMicros()).isEqualTo(NOW);
    }

    @Test
    void judged_memberThatWouldNotStandOutByItself_wouldFallToAllow() {
        assertThat(judged(stranger(0), Verdict.RESTRICT).remedy())
                .isEqualTo("Would fall to allow if its addresses and means of payment and sign-up patterns were not the"
                        + " group's; a use agreed with the provider would clear it too.");
    }

    @Test
    void judged_memberThatStandsOutByItself_wouldStillBeObserved() {
        AccountFinding finding = judged(members.all().getFirst(), Verdict.RESTRICT);

        assertThat(finding.evidence()).extracting(Evidence::kind).startsWith("shared_identity", "template_family");
        assertThat(finding.remedy()).startsWith("Would fall to observe if its addresses");
    }

    @Test
    void alone_remedy_namesVolumeAndWorth() {
        Subject busy = stranger(60);
        LoneExtraction alone = new LoneExtraction(members.customers().all(), members.reference());
        AccountFinding finding = new AccountReport(members.customers().table(), alone)
                .alone(busy, Objects.requireNonNull(alone.evidence(busy)));

        assertThat(finding.remedy())
                .startsWith("Would fall to allow with at most " + alone.most() + " exchanges, or if what it asks for")
                .endsWith("a use agreed with the provider, or a verified organisation, would clear it too.");
    }
}
