package org.iolaus.detection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.campaign.Strength;
import org.iolaus.detection.statistics.Histogram;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double TARGET = 1e-3;

    /** Groups of which some would be restricted with these bits. */
    private static Census census(long groups, double... bits) {
        List<Census.Accused> accused = new ArrayList<>();
        for (double each : bits) {
            accused.add(new Census.Accused(new TreeSet<>(Set.of("cmp-" + accused.size())), 7, new Strength(each, 0)));
        }
        return new Census(groups, groups, accused, true, portrait(0, groups - bits.length));
    }

    /** One bin of every trait holds everybody. */
    private static Portrait portrait(int bin, long groups) {
        Map<Trait, Histogram> traits = Arrays.stream(Trait.values()).collect(Collectors.toMap(trait -> trait, trait -> {
            long[] counts = new long[trait.bins()];
            counts[bin] = groups;
            return Histogram.of(counts);
        }));
        return new Portrait(traits);
    }

    @Test
    void of_tooFewGroups_keepsTheFixedBoundAndSaysWhatTheyVouchFor() {
        Calibration calibration = Calibration.of(census(400), TARGET, Set.of());

        assertThat(calibration.bounds()).isEqualTo(Bounds.FIXED);
        assertThat(calibration.restrict().met()).isFalse();
        assertThat(calibration.restrict().rate()).isEqualTo(1 / 401.0);
        assertThat(calibration.restrict().upperRate()).isBetween(2.9 / 400, 3.0 / 400);
    }

    @Test
    void of_enoughGroupsBelowTheFixedBound_isNeverLaxerThanIt() {
        Calibration calibration = Calibration.of(census(999), TARGET, Set.of());

        assertThat(calibration.bounds()).isEqualTo(Bounds.FIXED);
        assertThat(calibration.restrict().met()).isTrue();
        assertThat(calibration.restrict().rate()).isEqualTo(TARGET);
    }

    @Test
    void of_tooFewGroupsWithHonestOnesAboveTheBound_risesAboveAllOfThem() {
        Calibration calibration = Calibration.of(census(400, 12.5, 31.25, 18), TARGET, Set.of());

        assertThat(calibration.restrict().bits()).isGreaterThan(31.25).isLessThan(31.26);
        assertThat(calibration.restrict().above()).isZero();
        assertThat(calibration.verify().bits()).isEqualTo(Bounds.FIXED.verifyBits());
    }

    @Test
    void of_manyGroups_leavesAboveTheThresholdWhatTheTargetAllows() {
        Calibration calibration = Calibration.of(census(2_999, 12, 20, 30, 40), TARGET, Set.of());

        assertThat(calibration.restrict().allowed()).isEqualTo(2);
        assertThat(calibration.restrict().above()).isEqualTo(2);
        assertThat(calibration.restrict().bits()).isGreaterThan(20).isLessThan(20.01);
        assertThat(calibration.restrict().rate()).isEqualTo(TARGET);
    }

    @Test
    void of_groupLeftOut_countsForNothing() {
        Calibration calibration = Calibration.of(census(400, 12.5, 31.25), TARGET, Set.of("cmp-1"));

        assertThat(calibration.leftOut()).isEqualTo(1);
        assertThat(calibration.restrict().groups()).isEqualTo(399);
        assertThat(calibration.restrict().bits()).isBetween(12.5, 12.51);
    }

    @Test
    void calibration_impossibleTarget_isRefused() {
        assertThatThrownBy(() -> Calibration.of(census(9), 0, Set.of()))
                .hasMessage("target 0.0 must be above 0 and below 1");
    }

    @Test
    void drift_sameTraffic_isSilentAndNotBlind() {
        assertThat(portrait(0, 2_000).drift(portrait(0, 900)))
                .hasSize(Trait.values().length)
                .noneMatch(Drift::alarming)
                .noneMatch(Drift::blind);
    }

    @Test
    void drift_everybodyInAnotherBin_alarmsInEveryTrait() {
        assertThat(portrait(0, 2_000).drift(portrait(3, 900))).allMatch(Drift::alarming);
    }

    @Test
    void drift_aTrifleInEndlessTraffic_isSilent() {
        Portrait before = portrait(0, 100_000_000);
        Map<Trait, Histogram> shifted = Arrays.stream(Trait.values())
                .collect(Collectors.toMap(trait -> trait, trait -> {
                    long[] counts = new long[trait.bins()];
                    counts[0] = 91_000_000;
                    counts[1] = 9_000_000;
                    return Histogram.of(counts);
                }));

        assertThat(before.drift(new Portrait(shifted)))
                .noneMatch(Drift::alarming)
                .allMatch(drift -> drift.atLeast() > 0.08);
    }

    @Test
    void drift_aHandfulOfCustomers_isBlind() {
        assertThat(portrait(0, 2_000).drift(portrait(3, 5)))
                .noneMatch(Drift::alarming)
                .allMatch(Drift::blind);
    }

    @Test
    void portrait_traitMissing_isRefused() {
        assertThatThrownBy(() -> new Portrait(Map.of()))
                .hasMessage("trait group_size must have a histogram of 12 bins");
    }
}
