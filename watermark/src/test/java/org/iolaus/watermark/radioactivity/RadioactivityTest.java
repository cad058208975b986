package org.iolaus.watermark.radioactivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.statistics.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Students that count words: what they prove is that the test works, not how strongly real models inherit a mark. */
class RadioactivityTest {
    private static final MarkKey CAMPAIGN = ToyWorld.key(1);
    private static final int ACCOUNTS = 240;

    /** Kolmogorov's statistic times the root of the sample, exceeded by uniform numbers once in a hundred times. */
    private static final double KOLMOGOROV_ONE_IN_A_HUNDRED = 1.628;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void test_fivePercentMarked_isRadioactive(int window) {
        ToyWorld world = new ToyWorld(window, 1).serve(0.05, new Keying.One(CAMPAIGN));
        DistinctPairs pairs = closed(world);

        assertThat(pValue(world, pairs, CAMPAIGN).isAtMost(1e-10)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void test_cleanStudent_isNot(int window) {
        ToyWorld world = new ToyWorld(window, 1);

        assertThat(pValue(world, closed(world), CAMPAIGN).chance()).isGreaterThan(0.01);
    }

    @Test
    void test_wrongKeys_areUniform() {
        ToyWorld world = new ToyWorld(1, 2).serve(0.05, new Keying.One(CAMPAIGN));
        DistinctPairs pairs = closed(world);

        double[] chances = IntStream.range(0, 1000)
                .mapToDouble(i -> pValue(world, pairs, ToyWorld.key(1000 + i)).chance())
                .sorted()
                .toArray();

        assertThat(distanceFromUniform(chances)).isLessThan(KOLMOGOROV_ONE_IN_A_HUNDRED / Math.sqrt(1000));
    }

    @Test
    void test_whereTheMarkWasServed_needsFewerTokens() {
        ToyWorld world = new ToyWorld(2, 3).serve(0.01, new Keying.One(CAMPAIGN));
        ServedWindows served = ServedWindows.of(world.scheme().window(), world.marked());
        List<Output> outputs = world.outputs(world.student(), 40_000);

        DistinctPairs everywhere = SuspectPairs.closed(world.scheme().window(), outputs, null);
        DistinctPairs supervised = SuspectPairs.closed(world.scheme().window(), outputs, served);

        assertThat(supervised.size()).isLessThan(everywhere.size() / 4);
        assertThat(pValue(world, supervised, CAMPAIGN)).isLessThan(pValue(world, everywhere, CAMPAIGN));
        assertThat(pValue(world, supervised, CAMPAIGN).isAtMost(1e-10)).isTrue();
        assertThat(pValue(world, supervised, ToyWorld.key(2)).chance()).isGreaterThan(0.01);
    }

    @Test
    void test_nextTokenScores_showTheMark() {
        ToyWorld world = new ToyWorld(1, 4).serve(0.05, new Keying.One(CAMPAIGN));
        ToyWorld clean = new ToyWorld(1, 4);

        assertThat(pValue(world, open(world), CAMPAIGN).isAtMost(1e-10)).isTrue();
        assertThat(pValue(clean, open(clean), CAMPAIGN).chance()).isGreaterThan(0.01);
    }

    @Test
    void test_keyAnAccount_isNeverInherited() {
        ToyWorld world = new ToyWorld(1, 5);
        for (int account = 0; account < ACCOUNTS; account++) {
            world.serve(0.2 / ACCOUNTS, new Keying.One(ToyWorld.key(account)));
        }
        DistinctPairs pairs = closed(world);

        assertThat(IntStream.range(0, ACCOUNTS)
                        .filter(account -> pValue(world, pairs, ToyWorld.key(account))
                                .amongst(ACCOUNTS)
                                .isAtMost(0.05)))
                .isEmpty();
    }

    @Test
    void test_campaignsKeyBesideAccountsKeys_isInherited() {
        ToyWorld world = new ToyWorld(1, 6);
        for (int account = 0; account < ACCOUNTS; account++) {
            world.serve(0.2 / ACCOUNTS, new Keying.Shared(CAMPAIGN, ToyWorld.key(1000 + account)));
        }
        DistinctPairs pairs = closed(world);

        PValue pValue =
                new Radioactivity(world.scheme(), CAMPAIGN, true).test(pairs).pValue();

        assertThat(pValue.isAtMost(1e-10)).isTrue();
    }

    @Test
    void test_cleanStudentThatRepeatsMarkedPrompts_isNotAccused() {
        ToyWorld world = new ToyWorld(1, 7).serve(0.05, new Keying.One(CAMPAIGN));
        ToyStudent clean = new ToyWorld(1, 7).student();
        SplittableRandom random = new SplittableRandom(7);
        List<Output> parrots = new ArrayList<>();
        for (int[] shown : world.marked()) {
            int[] answer = clean.write(400, random);
            System.arraycopy(shown, 0, answer, 100, shown.length);
            parrots.add(new Output(shown, answer));
        }
        List<Output> promptsForgotten =
                parrots.stream().map(output -> Output.of(output.tokens())).toList();

        assertThat(pValue(world, SuspectPairs.closed(world.scheme().window(), parrots, null), CAMPAIGN)
                        .chance())
                .isGreaterThan(0.01);
        assertThat(pValue(world, SuspectPairs.closed(world.scheme().window(), promptsForgotten, null), CAMPAIGN)
                        .isAtMost(1e-10))
                .isTrue();
    }

    private static DistinctPairs closed(ToyWorld world) {
        return SuspectPairs.closed(
                world.scheme().window(), world.outputs(world.student(), ToyWorld.SAMPLED_TOKENS), null);
    }

    private static DistinctPairs open(ToyWorld world) {
        ToyStudent student = world.student();
        List<Prediction> predictions = IntStream.range(0, ToyTeacher.WORDS)
                .mapToObj(last -> Prediction.of(new int[] {last}, student.scores(last)))
                .toList();
        return SuspectPairs.open(world.scheme().window(), predictions, null);
    }

    private static PValue pValue(ToyWorld world, DistinctPairs pairs, MarkKey key) {
        return new Radioactivity(world.scheme(), key, false).test(pairs).pValue();
    }

    /** Kolmogorov's statistic of sorted chances. */
    private static double distanceFromUniform(double[] sorted) {
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, sorted[i] - (double) i / sorted.length);
            distance = Math.max(distance, (i + 1.0) / sorted.length - sorted[i]);
        }
        return distance;
    }
}
