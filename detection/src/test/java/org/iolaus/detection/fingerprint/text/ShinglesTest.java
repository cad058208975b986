package org.iolaus.detection.fingerprint.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    private static final int ALL = 10_000;

    private static Set<Long> sample(Shingles shingles, String text, int max) {
        Tokens tokens = new Tokens();
        byte[] bytes = text.getBytes(UTF_8);
        tokens.read(bytes, 0, bytes.length);
        return Arrays.stream(shingles.sample(tokens, max)).boxed().collect(Collectors.toCollection(HashSet::new));
    }

    private static String words(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void sample_sharedPassage_sameShinglesChosenInEveryText() {
        SplittableRandom random = new SplittableRandom(3);
        Shingles shingles = new Shingles(42, 5, 0.25);
        String passage = words(random, 60);
        Set<Long> alone = sample(shingles, passage, ALL);
        for (int round = 0; round < 50; round++) {
            String text = words(random, 20) + " " + passage + " " + words(random, 30);
            assertThat(sample(shingles, text, ALL)).containsAll(alone);
        }
    }

    @Test
    void sample_manyTexts_rateIsKept() {
        SplittableRandom random = new SplittableRandom(4);
        int kept =
                sample(new Shingles(42, 5, 0.25), words(random, 20_004), 30_000).size();
        assertThat(kept).isBetween(4_700, 5_300);
    }

    @Test
    void sample_everyWindow_asASlowReferenceCounts() {
        String text = words(new SplittableRandom(5), 40);
        assertThat(sample(new Shingles(42, 5, 1), text, ALL)).hasSize(36);
    }

    @Test
    void sample_moreThanMax_smallestStayEverywhere() {
        SplittableRandom random = new SplittableRandom(6);
        Shingles shingles = new Shingles(42, 5, 1);
        String text = words(random, 100);
        assertThat(sample(shingles, text, 6)).hasSize(6);
        assertThat(sample(shingles, text, 12)).containsAll(sample(shingles, text, 6));
    }

    @Test
    void sample_shortText_isOneShingle() {
        Shingles shingles = new Shingles(42, 5, 0.01);
        assertThat(sample(shingles, "hello there", ALL)).hasSize(1);
        assertThat(sample(shingles, "", ALL)).isEmpty();
    }

    @Test
    void sample_ideographs_longerShingles() {
        assertThat(sample(new Shingles(42, 5, 1), "一二三四五六七八九十", ALL)).hasSize(3);
    }

    @Test
    void sample_otherKey_otherShingles() {
        String text = words(new SplittableRandom(7), 50);
        Set<Long> one = sample(new Shingles(1, 5, 1), text, ALL);
        one.retainAll(sample(new Shingles(2, 5, 1), text, ALL));
        assertThat(one).isEmpty();
    }
}
