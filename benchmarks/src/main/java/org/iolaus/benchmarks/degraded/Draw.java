package org.iolaus.benchmarks.degraded;

import com.dynatrace.hash4j.hashing.Hashing;

/** Draws that depend on an id alone, whoever it belongs to. */
final class Draw {
    private Draw() {}

    /** A number below {@code bound}. */
    static int below(int bound, String id) {
        return (int) Long.remainderUnsigned(bits(id), bound);
    }

    /** 64 bits. */
    static long bits(String id) {
        return Hashing.komihash5_0().hashCharsToLong(id);
    }
}
