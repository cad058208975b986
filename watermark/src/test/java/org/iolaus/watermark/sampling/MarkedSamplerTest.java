package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MarkedSamplerTest {
    static final Scheme[] SCHEMES = {
        Scheme.Gumbel.STANDARD,
        Scheme.SynthId.STANDARD,
        new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP),
        new Scheme.Kgw(4096, 0.25, 4)
    };
    private static final MarkKey CAMPAIGN = new MarkKey("campaign", 1, 2);
    private static final MarkKey ACCOUNT = new MarkKey("account", 3, 4);
    private static final MarkKey STRANGER = new MarkKey("stranger", 5, 6);

    /** The sampling step as the Java ports of llama.cpp know it. */
    @FunctionalInterface
    private interface Sampler {
        int sampleToken(float[] logits);
    }

    /** A tiny model in the test: the logits of the next token hang on the last one alone. */
    private static float[] logitsAfter(int token, int vocabularySize) {
        SplittableRandom weights = new SplittableRandom(token);
        float[] logits = new float[vocabularySize];
        for (int i = 0; i < vocabularySize; i++) {
            logits[i] = (float) weights.nextDouble() * 8;
        }
        return logits;
    }

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void sample_insideAGenerationLoop_leavesAMarkOfItsKeyAlone(Scheme scheme) {
        MarkedSampler marked = MarkedSampler.of(scheme, new Keying.One(ACCOUNT), new SplittableRandom(1));
        Sampler sampler = marked::sample;

        int[] response = new int[300];
        int token = 7;
        for (int i = 0; i < response.length; i++) {
            token = sampler.sampleToken(logitsAfter(token, 4096));
            response[i] = token;
        }

        KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(response)));
        assertThat(test.score(ACCOUNT).pValue().log10()).isLessThan(-12);
        assertThat(test.score(STRANGER).pValue().log10()).isGreaterThan(-4);
    }

    @Test
    void sample_underASharedKeying_leavesBothMarksInTheirHalves() {
        Scheme scheme = Scheme.Gumbel.STANDARD;
        int[] response = generate(scheme, new Keying.Shared(CAMPAIGN, ACCOUNT), 800);

        DistinctPairs pairs = DistinctPairs.of(scheme.window(), List.of(response));
        KeyTest campaign = KeyTest.of(scheme, pairs.ofCampaign(CAMPAIGN));
        KeyTest accounts = KeyTest.of(scheme, pairs.ofAccounts(CAMPAIGN));
        assertThat(campaign.score(CAMPAIGN).pValue().log10()).isLessThan(-20);
        assertThat(accounts.score(ACCOUNT).pValue().log10()).isLessThan(-20);
        assertThat(campaign.score(ACCOUNT).pValue().log10()).isGreaterThan(-4);
        assertThat(accounts.score(CAMPAIGN).pValue().log10()).isGreaterThan(-4);
    }

    @Test
    void sample_inAWindowMarkedBefore_drawsFreely() {
        Scheme scheme = new Scheme.Gumbel(new ContextWindow(1));
        MarkedSampler sampler = MarkedSampler.of(scheme, new Keying.One(ACCOUNT), new SplittableRandom(2));
        int[] tokens = {5, 6, 7, 8};
        double[] even = {1, 1, 1, 1};
        long distinct = IntStream.range(0, 100)
                .map(_ -> {
                    sampler.append(3);
                    return sampler.sample(Candidates.of(tokens, even));
                })
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(4);
    }

    @Test
    void restart_withAHistoryOfItsOwn_keepsWhatItMarked() {
        ContextHistory history = new ContextHistory(10);
        MarkedSampler sampler = new MarkedSampler(
                new Scheme.Gumbel(new ContextWindow(1)),
                new Keying.One(ACCOUNT),
                Truncation.STANDARD,
                history,
                new SplittableRandom(2));
        for (int response = 0; response < 2; response++) {
            sampler.append(3);
            sampler.sample(Candidates.of(new int[] {4}, new double[] {1}));
            sampler.restart();
        }

        assertThat(history.repeatsThenAdd(new ContextWindow(1).fold(new int[] {3}, 1)))
                .isTrue();
    }

    @Test
    void sample_fromAnotherVocabulary_isRefused() {
        MarkedSampler sampler =
                MarkedSampler.of(new Scheme.Kgw(4096, 0.25, 2), new Keying.One(ACCOUNT), new SplittableRandom(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.sample(new float[4000]))
                .withMessage("logits are 4000, must be 4096, the vocabulary's size");
    }

    @Test
    void append_aNegativeToken_isRefused() {
        MarkedSampler sampler =
                MarkedSampler.of(Scheme.Gumbel.STANDARD, new Keying.One(ACCOUNT), new SplittableRandom(2));

        assertThatIllegalArgumentException().isThrownBy(() -> sampler.append(-1));
    }

    private static int[] generate(Scheme scheme, Keying keying, int length) {
        SplittableRandom random = new SplittableRandom(4);
        SyntheticModel model = new SyntheticModel(1.5, 4096);
        MarkedSampler sampler = MarkedSampler.of(scheme, keying, random);
        return IntStream.range(0, length)
                .map(_ -> sampler.sample(model.next(random)))
                .toArray();
    }
}
