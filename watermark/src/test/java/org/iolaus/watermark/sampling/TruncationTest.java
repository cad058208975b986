package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TruncationTest {
    private final Candidates candidates = new Candidates();

    @Test
    void fill_threeOfFour_areTheMostProbableOnes() {
        float[] logits = {0, (float) Math.log(4), (float) Math.log(2), (float) Math.log(2)};

        new Truncation(1, 3, 1).fill(candidates, logits);

        assertThat(tokens()).containsExactly(1, 2, 3);
        assertThat(probabilities()).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-7));
    }

    @Test
    void fill_upToASum_keepsTheFewestThatReachIt() {
        float[] logits = {(float) Math.log(5), (float) Math.log(3), (float) Math.log(2)};

        new Truncation(1, 0, 0.7).fill(candidates, logits);

        assertThat(tokens()).containsExactly(0, 1);
        assertThat(probabilities()).containsExactly(new double[] {0.625, 0.375}, within(1e-7));
    }

    @Test
    void fill_atLowTemperature_sharpens() {
        new Truncation(0.5, 0, 1).fill(candidates, new float[] {0, (float) Math.log(2)});

        assertThat(probabilities()).containsExactly(new double[] {0.8, 0.2}, within(1e-7));
    }

    @Test
    void fill_ofRandomLogits_agreesWithSorting() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 300; round++) {
            float[] logits = new float[1 + random.nextInt(400)];
            for (int i = 0; i < logits.length; i++) {
                logits[i] =
                        random.nextInt(20) == 0 ? Float.NEGATIVE_INFINITY : Math.round(random.nextGaussian() * 8) / 4f;
            }
            logits[0] = -0.0f;
            int keep = 1 + random.nextInt(logits.length);
            new Truncation(1, keep, 1).fill(candidates, logits);
            int[] slow = IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> 0.0 - logits[i])
                            .thenComparing(i -> i))
                    .limit(keep)
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(tokens()).containsExactly(slow);
        }
    }

    @Test
    void fill_withANumberThatIsNone_namesTheToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Truncation.STANDARD.fill(candidates, new float[] {0, Float.NaN}))
                .withMessage("logit of token 1 is NaN, must be a number");
    }

    @Test
    void fill_ofNoLogits_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Truncation.STANDARD.fill(candidates, new float[0]));
    }

    @Test
    void truncation_atTemperatureZero_isRefusedWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Truncation(0, 0, 1))
                .withMessageStartingWith("temperature is 0.0, must be above 0\nMaybe");
    }

    private int[] tokens() {
        return Arrays.copyOf(candidates.tokens, candidates.size);
    }

    private double[] probabilities() {
        return Arrays.copyOf(candidates.probabilities, candidates.size);
    }
}
