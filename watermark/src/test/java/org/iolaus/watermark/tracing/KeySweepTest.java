package org.iolaus.watermark.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KeySweepTest {
    static final Scheme[] SCHEMES = {
        Scheme.Gumbel.STANDARD, new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP), new Scheme.Kgw(300, 0.5, 2)
    };

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void statistics_onAnyNumberOfThreads_areThoseOfEachKeyAlone(Scheme scheme) {
        SplittableRandom random = new SplittableRandom(1);
        int[] tokens = random.ints(205, 1, 300).toArray();
        KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(tokens)));
        List<MarkKey> keys = Keys.draw(KeyBlock.SIZE * 2 + 77, random);

        double[] one = new KeySweep(1).statistics(test, keys);

        AtomicInteger tested = new AtomicInteger();
        new KeySweep(2).statistics(test, keys, tested::addAndGet);

        assertThat(tested).hasValue(keys.size());
        assertThat(new KeySweep(4).statistics(test, keys)).isEqualTo(one);
        for (int i = 0; i < keys.size(); i++) {
            assertThat(one[i]).isCloseTo(test.statistic(keys.get(i)), within(1e-10));
        }
    }
}
