package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Layer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessmentTextTest {
    private static final int SIZE = 20;

    private AssessmentText text(boolean cards, boolean extracts, boolean hides) {
        return text(cards, extracts, hides, false, false, 0);
    }

    private AssessmentText text(
            boolean cards, boolean extracts, boolean hides, boolean hiddenTwice, boolean dealt, double claimed) {
        return text(cards, extracts, hides, hiddenTwice, dealt, claimed, null);
    }

    private static AssessmentText text(
            boolean cards,
            boolean extracts,
            boolean hides,
            boolean hiddenTwice,
            boolean dealt,
            double claimed,
            @Nullable OneSource source) {
        Members members = new Members(200).add(SIZE, facts(0, 0, 0)).share(Layer.SYSTEM, 9, 0, SIZE);
        if (cards) {
            members.share(Layer.PAYMENT, 5, 0, SIZE);
        }
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < 20; item++) {
                members.asks(member, 1 + member * 100L + item, 9, 1 + member, 255);
            }
        }
        return new AssessmentText(
                SIZE,
                "means of payment",
                !cards,
                hiddenTwice,
                dealt,
                null,
                source,
                members.signature(),
                Repetition.of(members.shared()),
                score(Column.EXTRACTION, extracts, hiddenTwice ? "divided_items" : Extraction.VALUE),
                score(Column.CONCEALMENT, hides, "proxy_pool"),
                new Relations(0, claimed, 0, 0, 0, 0));
    }

    private static ColumnScore score(Column column, boolean present, String kind) {
        List<Evidence> evidence = present ? List.of(new Evidence(kind, column, 20, "Sample", List.of())) : List.of();
        return new ColumnScore(column, present ? 20 : 0, present, evidence, List.of());
    }

    @Test
    void campaign_namesWhatIsShared() {
        AssessmentText text = text(true, true, true);

        assertThat(text.reason(Standing.CAMPAIGN))
                .startsWith("20 accounts that claim to be strangers share means of payment and prompts, and divide");
        assertThat(text.remedy(Standing.CAMPAIGN)).startsWith("Would be cleared if half of the accounts belonged");
    }

    @Test
    void suspected_needsASecondFamily() {
        AssessmentText text = text(false, true, false);

        assertThat(text.reason(Standing.SUSPECTED)).startsWith("20 accounts that prompts alone hold together divide");
        assertThat(text.remedy(Standing.SUSPECTED))
                .startsWith("Would be a campaign if most of the accounts shared addresses or means of payment too");
    }

    @Test
    void suspected_unverifiedClaim_asksForVerification() {
        AssessmentText text = text(true, true, true, false, false, 1);

        assertThat(text.reason(Standing.SUSPECTED))
                .contains("share means of payment and prompts", "nobody has verified");
        assertThat(text.remedy(Standing.SUSPECTED))
                .startsWith("Would be cleared if half of the accounts belonged")
                .endsWith("campaign if they named no organisations and paid by several means.");
    }

    @Test
    void suspected_dealtOutBehindAClaim_isClearedByOwnWords() {
        AssessmentText text = text(true, true, false, false, true, 1);

        assertThat(text.reason(Standing.SUSPECTED)).contains("nobody has verified");
        assertThat(text.remedy(Standing.SUSPECTED)).contains("if each of them worded its own work");
    }

    @Test
    void suspected_hiddenTwice_saysWhatIsHidden() {
        AssessmentText text = text(true, false, true, true, false, 0);

        assertThat(text.reason(Standing.SUSPECTED))
                .startsWith("20 accounts that claim to be strangers share means of payment and prompts. They hide")
                .endsWith("A reason to ask, not to restrict.");
        assertThat(text.remedy(Standing.SUSPECTED)).contains("one set of work divided among them");
    }

    @Test
    void suspected_hiddenAndDivided_saysThatWorthIsNotShown() {
        AssessmentText text = text(true, false, true);

        assertThat(text.reason(Standing.SUSPECTED))
                .startsWith("20 accounts that claim to be strangers share means of payment and prompts. They hide")
                .contains("divide work among them; nothing shows that it is worth");
        assertThat(text.remedy(Standing.SUSPECTED)).contains("watched if they came back to the same items");
    }

    @Test
    void campaign_hiddenTwiceAndDealtOut_saysThatTheKindOfWorkIsUnknown() {
        AssessmentText text = text(true, true, true, true, false, 0);

        assertThat(text.reason(Standing.CAMPAIGN)).contains("a kind that the capability model does not know");
        assertThat(text.remedy(Standing.CAMPAIGN)).contains("asked to verify at most", "not divided");
    }

    @Test
    void watched_needsTheColumnItLacks() {
        assertThat(text(true, true, false).remedy(Standing.WATCHED)).contains("need a relation that is hidden");
        assertThat(text(true, false, true).remedy(Standing.WATCHED)).contains("need work that is worth training on");
    }

    @Test
    void watched_claimedRelation_isWhatItLacks() {
        assertThat(text(true, true, false, false, false, 1).remedy(Standing.WATCHED))
                .startsWith("A campaign would need accounts that do not openly name organisations.");
    }

    @Test
    void cleared_needsAllItLacks() {
        assertThat(text(true, false, false).remedy(Standing.CLEARED))
                .startsWith("A campaign would need work that is worth training on; and a relation that is hidden");
    }

    @Test
    void source_saysWhatItExplainsAndWhatWouldShowMore() {
        AssessmentText words = explained(OneSource.Way.POOL, 0);
        AssessmentText exits = explained(OneSource.Way.POOL, 20);

        assertThat(words.reason(Standing.SUSPECTED))
                .contains("would explain what they share", "each words its requests itself")
                .endsWith("A reason to ask, not to restrict.");
        assertThat(exits.reason(Standing.SUSPECTED)).contains("all use its exits alike");
        assertThat(words.reason(Standing.WATCHED)).contains("such as an app that takes their own keys");
        assertThat(words.remedy(Standing.SUSPECTED)).contains("one data set were dealt out");
        assertThat(exits.remedy(Standing.CAMPAIGN)).endsWith("or if all used the same exits alike.");
    }

    @Test
    void source_firm_isNamedForCards() {
        assertThat(explained(OneSource.Way.PAYMENTS, 0).reason(Standing.SUSPECTED))
                .contains("A firm whose people signed up by themselves", "its teams' cards, and each");
        assertThat(explained(OneSource.Way.BOTH, 0).reason(Standing.SUSPECTED)).contains("cards and exits");
        assertThat(explained(OneSource.Way.BOTH, 0).remedy(Standing.SUSPECTED)).contains("where others of them work");
        assertThat(explained(OneSource.Way.BOTH, 20).remedy(Standing.CAMPAIGN)).endsWith("addresses of its own.");
    }

    private static AssessmentText explained(OneSource.Way way, double dealtBits) {
        return text(false, true, true, false, false, 0, new OneSource(way, dealtBits, 0.9, 0));
    }
}
