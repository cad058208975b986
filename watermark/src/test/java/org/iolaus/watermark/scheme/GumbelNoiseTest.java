package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GumbelNoiseTest {
    @Test
    void complement_ofTheExtremeHashes_staysAboveZeroAndAtMostOne() {
        assertThat(GumbelNoise.complement(0)).isEqualTo(0x1p-53);
        assertThat(GumbelNoise.complement(-1)).isEqualTo(1);
    }

    @Test
    void score_overManyPairs_hasMeanAndVarianceOne() {
        MarkKey key = new MarkKey("key", 1, 2);
        double[] scores = LongStream.range(0, 100_000)
                .mapToDouble(pair -> GumbelNoise.score(key, pair))
                .toArray();
        double mean = 0;
        double square = 0;
        for (double score : scores) {
            mean += score / scores.length;
            square += score * score / scores.length;
        }

        assertThat(mean).isCloseTo(1, within(0.02));
        assertThat(square - mean * mean).isCloseTo(1, within(0.05));
    }
}
