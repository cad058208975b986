package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticModelTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 2, 4})
    void next_overManyPositions_hasTheEntropyAskedFor(double bits) {
        SyntheticModel model = new SyntheticModel(bits, 4096);
        SplittableRandom random = new SplittableRandom(77);

        double mean = IntStream.range(0, 5_000)
                .mapToDouble(_ -> SyntheticModel.bits(model.next(random)))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(bits, within(0.05 + 0.03 * bits));
    }

    @Test
    void bits_ofEvenCandidates_isTheLogarithmOfTheirNumber() {
        Candidates candidates = Candidates.of(new int[] {1, 2, 3, 4}, new double[] {3, 3, 3, 3});

        assertThat(SyntheticModel.bits(candidates)).isCloseTo(2, within(1e-12));
    }

    @Test
    void syntheticModel_ofMoreEntropyThanItsCandidates_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SyntheticModel(6, 4096));
    }
}
