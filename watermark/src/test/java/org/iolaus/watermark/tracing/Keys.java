package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.iolaus.watermark.scheme.MarkKey;

/** Keys for tests. */
final class Keys {
    private Keys() {}

    static List<MarkKey> draw(int count, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MarkKey("account-" + i, random.nextLong(), random.nextLong()))
                .toList();
    }
}
