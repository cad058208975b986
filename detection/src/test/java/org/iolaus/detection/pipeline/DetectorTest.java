package org.iolaus.detection.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.iolaus.detection.FingerprintBuilder;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final int COUNT = 5_000;

    /** Findings on exchanges a second apart, with a ceiling on how many are held in open epochs. */
    private static Findings scan(int maxBuffered, int disorder) {
        DetectorConfig usual = DetectorConfig.DEFAULT;
        Detector detector = new Detector(new DetectorConfig(
                usual.fingerprint(),
                usual.reference(),
                usual.bounds(),
                usual.epochMicros(),
                usual.epochsPerEvaluation(),
                maxBuffered,
                usual.maxOwners(),
                usual.maxRemembered()));
        for (int i = 0; i < COUNT; i++) {
            long time = (i ^ disorder) * 1_000_000L;
            detector.observe(FingerprintBuilder.at(time).key(i + 1).content(1).build());
            detector.advance(time - usual.epochMicros());
        }
        return detector.finish();
    }

    @Test
    void observe_moreThanMayBeHeld_losesNothingThatComesInOrder() {
        Findings crowded = scan(100, 0);

        assertThat(crowded).isEqualTo(scan(1_000_000, 0));
        assertThat(crowded.exchanges()).isEqualTo(COUNT);
        assertThat(crowded.losses()).isEmpty();
    }

    @Test
    void observe_moreThanMayBeHeldOutOfOrder_namesWhatIsLost() {
        Findings crowded = scan(100, 511);

        assertThat(scan(1_000_000, 511).losses()).isEmpty();
        assertThat(crowded.losses()).containsKey("crowded_out_exchanges");
        assertThat(crowded.exchanges() + crowded.late()).isEqualTo(COUNT);
    }
}
