package org.iolaus.watermark.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.PValue;
import org.junit.jupiter.api.Test;

class BestOfNTest {
    private static final Scheme.Gumbel SCHEME = new Scheme.Gumbel(new ContextWindow(2));
    private static final int CANDIDATES = 4;
    private static final int RESPONSES = 80;
    private static final int WORDS = 150;
    private static final int VOCABULARY = 20_000;
    private static final int ACCOUNTS = 24_000;
    private static final double ERROR = 1e-6;

    @Test
    void choose_fourCandidatesEightyResponses_tracesOneOf24000() {
        int trials = 300;
        int traced = 0;
        for (int trial = 0; trial < trials; trial++) {
            RandomGenerator random = new SplittableRandom(trial);
            MarkKey key = key(random);
            DistinctPairs pairs =
                    DistinctPairs.of(SCHEME.window(), served(new BestOfN(SCHEME, new Keying.One(key)), random));
            traced += pValue(pairs, key).amongst(ACCOUNTS).isAtMost(ERROR) ? 1 : 0;
        }

        assertThat(traced).isGreaterThanOrEqualTo((int) (0.99 * trials));
    }

    @Test
    void choose_fourCandidates_leavesAllOtherKeysQuiet() {
        RandomGenerator random = new SplittableRandom(1);
        MarkKey key = key(random);
        DistinctPairs pairs =
                DistinctPairs.of(SCHEME.window(), served(new BestOfN(SCHEME, new Keying.One(key)), random));

        int fired = 0;
        for (int i = 0; i < 3000; i++) {
            fired += pValue(pairs, key(random)).isAtMost(0.01) ? 1 : 0;
        }

        assertThat(fired).isBetween(15, 50);
    }

    @Test
    void choose_campaignAndAccount_marksWithBoth() {
        RandomGenerator random = new SplittableRandom(2);
        MarkKey campaign = key(random);
        MarkKey account = key(random);
        List<int[]> served = served(new BestOfN(SCHEME, new Keying.Shared(campaign, account)), random);
        DistinctPairs pairs = DistinctPairs.of(SCHEME.window(), served);

        assertThat(pValue(pairs.ofCampaign(campaign), campaign).isAtMost(1e-6)).isTrue();
        assertThat(pValue(pairs.ofAccounts(campaign), account).isAtMost(1e-6)).isTrue();
    }

    @Test
    void choose_candidatesOfAnyLength_takesEachAsOftenOverKeys() {
        RandomGenerator random = new SplittableRandom(3);
        List<int[]> candidates = List.of(text(10, random), text(60, random), text(300, random));
        int[] chosen = new int[3];
        for (int i = 0; i < 3000; i++) {
            chosen[new BestOfN(SCHEME, new Keying.One(key(random))).choose(candidates)]++;
        }

        assertThat(IntStream.of(chosen).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(900, 1100));
    }

    @Test
    void choose_candidatesThatSayTheSame_takesEachAnswerByItsShare() {
        RandomGenerator random = new SplittableRandom(4);
        int[] often = text(60, random);
        List<int[]> candidates = List.of(often, text(60, random), often.clone(), often.clone());

        assertThat(timesChosen(candidates, 1, random)).isBetween(650, 850);
    }

    @Test
    void choose_candidatesTooShortToScore_takesEachAsOftenOverKeys() {
        RandomGenerator random = new SplittableRandom(5);
        List<int[]> candidates = List.of(new int[] {1}, text(60, random), new int[0]);

        assertThat(IntStream.range(0, 3))
                .allSatisfy(i -> assertThat(timesChosen(candidates, i, random)).isBetween(900, 1100));
    }

    private static int timesChosen(List<int[]> candidates, int index, RandomGenerator random) {
        return (int) IntStream.range(0, 3000)
                .filter(_ -> new BestOfN(SCHEME, new Keying.One(key(random))).choose(candidates) == index)
                .count();
    }

    @Test
    void choose_ofNothing_isRefused() {
        BestOfN choice = new BestOfN(SCHEME, new Keying.One(new MarkKey("a", 1, 2)));

        assertThatThrownBy(() -> choice.choose(List.of())).hasMessage("candidates are 0, must be at least 1");
    }

    @Test
    void chooseText_texts_comesBackUnedited() {
        BestOfN choice = new BestOfN(SCHEME, new Keying.One(new MarkKey("a", 1, 2)));
        List<String> texts = List.of("One way to say it — that way.", "Or, differently put: this way!");

        String chosen = choice.chooseText(texts);

        assertThat(texts).contains(chosen);
        Score score = KeyTest.of(SCHEME, DistinctPairs.of(SCHEME.window(), List.of(WordTokenizer.ids(chosen))))
                .score(new MarkKey("a", 1, 2));
        assertThat(score.scoredTokens()).isPositive();
    }

    private static List<int[]> served(BestOfN choice, RandomGenerator random) {
        List<int[]> served = new ArrayList<>();
        for (int i = 0; i < RESPONSES; i++) {
            List<int[]> candidates = new ArrayList<>();
            for (int c = 0; c < CANDIDATES; c++) {
                candidates.add(text(WORDS, random));
            }
            served.add(candidates.get(choice.choose(candidates)));
        }
        return served;
    }

    /** Words by Zipf's law, so that frequent pairs repeat. */
    private static int[] text(int words, RandomGenerator random) {
        int[] text = new int[words];
        for (int i = 0; i < words; i++) {
            text[i] = (int) Math.pow(VOCABULARY, random.nextDouble());
        }
        return text;
    }

    private static PValue pValue(DistinctPairs pairs, MarkKey key) {
        return KeyTest.of(SCHEME, pairs).score(key).pValue();
    }

    private static MarkKey key(RandomGenerator random) {
        return new MarkKey("key", random.nextLong(), random.nextLong());
    }
}
