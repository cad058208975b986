package org.iolaus.watermark.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.GumbelSum;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.junit.jupiter.api.Test;

class TracerTest {
    private static final Scheme.Gumbel SCHEME = Scheme.Gumbel.STANDARD;
    private static final Tracer TRACER = new Tracer(SCHEME, 1e-6, 1, 2);
    private static final List<MarkKey> ACCOUNTS = Keys.draw(24_000, new SplittableRandom(1));

    private final Marked marked = new Marked(SCHEME, new SplittableRandom(2));

    @Test
    void trace_aTextOfOneAccountAmongTwentyFourThousand_namesIt() {
        var pairs = marked.pairs(List.of(response(17_321, 404)));

        assertThat(TRACER.trace(pairs, ACCOUNTS)).isInstanceOfSatisfying(Trace.Traced.class, traced -> {
            MarkKey key = ACCOUNTS.get(17_321);
            assertThat(traced.suspect().key()).isEqualTo(key);
            assertThat(traced.suspect().score().pValue().ln())
                    .isCloseTo(new GumbelSum(SCHEME, pairs).score(key).pValue().ln(), within(1e-9));
            assertThat(traced.suspect().amongAll())
                    .isEqualTo(traced.suspect().score().pValue().amongst(24_000));
            assertThat(traced.runnerUp().orElseThrow().amongAll().chance()).isGreaterThan(1e-4);
        });
    }

    @Test
    void trace_manyShortResponses_poolsThem() {
        List<int[]> responses =
                IntStream.range(0, 20).mapToObj(_ -> response(5, 30)).toList();

        assertThat(TRACER.trace(marked.pairs(responses.subList(0, 1)), ACCOUNTS))
                .isInstanceOf(Trace.TooFewTokens.class);
        assertThat(TRACER.trace(marked.pairs(responses), ACCOUNTS))
                .isInstanceOfSatisfying(
                        Trace.Traced.class,
                        traced -> assertThat(traced.suspect().key()).isEqualTo(ACCOUNTS.get(5)));
    }

    @Test
    void trace_aTextSplicedOfTwoAccounts_namesNobody() {
        var pairs = marked.pairs(List.of(response(5, 500), response(6, 500)));

        assertThat(TRACER.trace(pairs, ACCOUNTS))
                .isInstanceOfSatisfying(
                        Trace.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.suspects())
                                .extracting(Suspect::key)
                                .containsExactlyInAnyOrder(ACCOUNTS.get(5), ACCOUNTS.get(6)));
    }

    @Test
    void trace_anUnmarkedText_namesNobody() {
        assertThat(TRACER.trace(marked.pairs(List.of(marked.unmarked(1_000))), ACCOUNTS))
                .isInstanceOf(Trace.Untraced.class);
    }

    @Test
    void trace_aShortText_saysHowManyTokensAreNeeded() {
        assertThat(TRACER.trace(marked.pairs(List.of(response(5, 54))), ACCOUNTS))
                .isInstanceOfSatisfying(Trace.TooFewTokens.class, few -> {
                    assertThat(few.scoredTokens()).isEqualTo(50);
                    assertThat(few.neededTokens()).isBetween(200, 400);
                });
    }

    @Test
    void trace_byGValues_namesTheAccountToo() {
        Scheme synthId = new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP);
        Marked text = new Marked(synthId, new SplittableRandom(3));
        List<MarkKey> accounts = ACCOUNTS.subList(0, 500);

        assertThat(new Tracer(synthId, 1e-6, 1, 1)
                        .trace(text.pairs(List.of(text.response(new Keying.One(accounts.get(9)), 404))), accounts))
                .isInstanceOfSatisfying(
                        Trace.Traced.class,
                        traced -> assertThat(traced.suspect().key()).isEqualTo(accounts.get(9)));
    }

    @Test
    void trace_keysOfTheSameSecret_isRefused() {
        List<MarkKey> keys = List.of(new MarkKey("a", 1, 2), new MarkKey("b", 1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRACER.trace(marked.pairs(List.of()), keys))
                .withMessage("keys [a, b] have the same secret, must differ");
    }

    @Test
    void trace_withoutKeys_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRACER.trace(marked.pairs(List.of()), List.of()))
                .withMessage("keys are empty, must be at least one");
    }

    @Test
    void tracer_ofNoEntropy_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tracer(SCHEME, 1e-6, 0, 1))
                .withMessage("bitsPerToken is 0.0, must be above 0 and at most 5.0");
    }

    private int[] response(int account, int tokens) {
        return marked.response(new Keying.One(ACCOUNTS.get(account)), tokens);
    }
}
