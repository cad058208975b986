package org.iolaus.benchmarks.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.selection.BestOfN;

/** Serves the best of n texts and counts how many accounts are found, by n and number of responses. */
final class Selection {
    private static final Scheme.Gumbel SCHEME = new Scheme.Gumbel(new ContextWindow(2));
    private static final int[] CANDIDATES = {2, 4, 8};
    private static final int[] RESPONSES = {20, 40, 80, 160};
    private static final int WORDS = 150;
    private static final int VOCABULARY = 20_000;
    private static final double ERROR = 1e-6;
    private static final int ACCOUNTS = 24_000;

    private Selection() {}

    /** Argument: accounts of each cell. */
    public static void main(String[] arguments) {
        int accounts = Integer.parseInt(arguments[0]);
        System.out.printf(
                Locale.ROOT,
                "Found at 1e-6 among %,d keys, of %d accounts, by responses of %d words%n%n",
                ACCOUNTS,
                accounts,
                WORDS);
        System.out.println("| n | 20 | 40 | 80 | 160 |");
        System.out.println("|---|---|---|---|---|");
        for (int n : CANDIDATES) {
            StringBuilder row = new StringBuilder("| " + n);
            for (int responses : RESPONSES) {
                row.append(String.format(Locale.ROOT, " | %.3f", share(n, responses, accounts)));
            }
            System.out.println(row + " |");
        }
    }

    private static double share(int n, int responses, int accounts) {
        int found = 0;
        for (int account = 0; account < accounts; account++) {
            SplittableRandom random = new SplittableRandom(account);
            MarkKey key = new MarkKey("account " + account, random.nextLong(), random.nextLong());
            DistinctPairs pairs = DistinctPairs.of(SCHEME.window(), served(key, n, responses, random));
            found += KeyTest.of(SCHEME, pairs)
                            .score(key)
                            .pValue()
                            .amongst(ACCOUNTS)
                            .isAtMost(ERROR)
                    ? 1
                    : 0;
        }
        return (double) found / accounts;
    }

    private static List<int[]> served(MarkKey key, int n, int responses, SplittableRandom random) {
        BestOfN choice = new BestOfN(SCHEME, new Keying.One(key));
        List<int[]> served = new ArrayList<>();
        for (int response = 0; response < responses; response++) {
            List<int[]> candidates = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                candidates.add(text(random));
            }
            served.add(candidates.get(choice.choose(candidates)));
        }
        return served;
    }

    /** Words by Zipf's law. */
    private static int[] text(SplittableRandom random) {
        int[] text = new int[WORDS];
        for (int i = 0; i < WORDS; i++) {
            text[i] = (int) Math.pow(VOCABULARY, random.nextDouble());
        }
        return text;
    }
}
