package org.iolaus.detection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.Customers.NOW;

import java.util.Set;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Members;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.verdict.Exemptions;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.detection.verdict.Verdicts;
import org.junit.jupiter.api.Test;

class CensusTakerTest {
    private static final long CARD = 5;
    private static final long SYSTEM = 9;
    private static final long FRAME = 10;
    private static final int CARDS = 4;
    private static final long PATTERN = 7777;
    private static final int SIZE = 40;
    private static final int REFERENCE = 200;

    private final Members members = new Members(REFERENCE).payingByTurns(SIZE, CARD, CARDS);

    /** Strangers who pay by a few cards, name themselves alike and divide work from one prompt in one frame, judged. */
    private Verdicts judged(Bounds bounds) {
        members.share(Layer.SYSTEM, SYSTEM, 0, SIZE)
                .share(Layer.SHINGLE, FRAME, 0, SIZE)
                .share(Layer.EMAIL_PATTERN, PATTERN, 0, SIZE);
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < 10; item++) {
                members.asks(member, 1 + member * 1000L + item, SYSTEM, 1 + member, 255, FRAME);
            }
        }
        tracker = new CampaignTracker(
                members.customers().all(),
                members.customers().table(),
                members.reference(),
                subject -> false,
                models(),
                Set.of(),
                bounds);
        Verdicts verdicts = new Verdicts(members.customers().all(), new Exemptions());
        tracker.evaluate(NOW, NOW);
        verdicts.evaluation(tracker, NOW);
        return verdicts;
    }

    private CampaignTracker tracker = new CampaignTracker(
            members.all(), members.customers().table(), members.reference(), any -> false, models());

    private static Catalog models() {
        Catalog models = new Catalog();
        models.index("model", 0);
        return models;
    }

    private Census census(Verdicts verdicts) {
        return new CensusTaker(members.customers().all(), tracker, verdicts, group -> "cmp-" + group.number())
                .take(members.customers().table(), subject -> false);
    }

    @Test
    void take_accountsOnCardsOfOnePattern_areOneGroup() {
        Census census = census(judged(Bounds.FIXED));

        assertThat(census.subjects()).isEqualTo(REFERENCE + SIZE);
        assertThat(census.groups()).isEqualTo(REFERENCE + 1);
        assertThat(census.founded()).isTrue();
    }

    @Test
    void take_campaign_isAccusedWithTheBitsThatDecide() {
        Census census = census(judged(Bounds.FIXED));

        assertThat(census.accused()).singleElement().satisfies(accused -> {
            assertThat(accused.campaigns()).containsExactly("cmp-1");
            assertThat(accused.accounts()).isEqualTo(SIZE);
            assertThat(accused.strength().campaign()).isGreaterThan(Bounds.FIXED.restrictBits());
        });
        assertThat(census.portrait().of(Trait.GROUP_SIZE).total()).isEqualTo(REFERENCE);
    }

    @Test
    void evaluation_bitsBelowTheCalibration_areWatchedAndNotRestricted() {
        double bits =
                census(judged(Bounds.FIXED)).accused().getFirst().strength().campaign();

        assertThat(verdict(new Bounds(bits, 10))).isEqualTo(Verdict.RESTRICT);
        assertThat(verdict(new Bounds(Math.nextUp(bits), 10))).isEqualTo(Verdict.OBSERVE);
    }

    private Verdict verdict(Bounds bounds) {
        CensusTakerTest anew = new CensusTakerTest();
        Verdicts.Ruling ruling = anew.judged(bounds).of(anew.members.all().getFirst());
        return ruling == null ? Verdict.ALLOW : ruling.verdict();
    }
}
