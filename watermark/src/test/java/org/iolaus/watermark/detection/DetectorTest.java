package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final MarkKey KEY = new MarkKey("key", 1, 2);
    private static final MarkKey OTHER = new MarkKey("other", 3, 4);
    private static final Detector DETECTOR = new Detector(Scheme.Gumbel.STANDARD, 1e-6, 1);

    @Test
    void find_theMarkingKey_isMarked() {
        assertThat(DETECTOR.find(KEY, pairs(text(400)))).isInstanceOf(Finding.Marked.class);
    }

    @Test
    void find_anotherKey_isUnmarked() {
        assertThat(DETECTOR.find(OTHER, pairs(text(400)))).isInstanceOf(Finding.Unmarked.class);
    }

    @Test
    void find_inAFewTokens_saysHowManyAreNeeded() {
        assertThat(DETECTOR.find(KEY, pairs(text(20)))).isInstanceOfSatisfying(Finding.TooFewTokens.class, finding -> {
            assertThat(finding.score().scoredTokens()).isEqualTo(16);
            assertThat(finding.neededTokens()).isBetween(150, 250);
        });
    }

    @Test
    void find_inATextRepeatedAHundredTimes_countsItOnce() {
        int[] copies = Collections.nCopies(100, text(20)).stream()
                .flatMapToInt(IntStream::of)
                .toArray();

        assertThat(DETECTOR.find(OTHER, pairs(copies))).isInstanceOfSatisfying(Finding.TooFewTokens.class, finding -> {
            assertThat(finding.score().scoredTokens()).isEqualTo(20);
            assertThat(finding.repeatedTokens()).isEqualTo(1_976);
        });
    }

    @Test
    void find_inNothing_isTooLittle() {
        assertThat(DETECTOR.find(KEY, pairs(new int[0]))).isInstanceOf(Finding.TooFewTokens.class);
    }

    @Test
    void detector_ofCertainError_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Detector(Scheme.Gumbel.STANDARD, 1, 1))
                .withMessage("error is 1.0, must be between 0 and 1");
    }

    private static DistinctPairs pairs(int[] tokens) {
        return DistinctPairs.of(Scheme.Gumbel.STANDARD.window(), List.of(tokens));
    }

    private static int[] text(int length) {
        SplittableRandom random = new SplittableRandom(3);
        SyntheticModel model = new SyntheticModel(1, 32_000);
        MarkedSampler sampler = MarkedSampler.of(Scheme.Gumbel.STANDARD, new Keying.One(KEY), random);
        return IntStream.range(0, length)
                .map(_ -> sampler.sample(model.next(random)))
                .toArray();
    }
}
