package org.iolaus.simulator.actor;

/** Derives independent seeds from one seed and a position. */
public final class Seeds {
    private Seeds() {}

    /** A well-mixed function of both arguments (Stafford's variant 13 of the murmur finaliser). */
    public static long mix(long seed, long position) {
        long z = seed * 0x9E3779B97F4A7C15L + position + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number in [0, 1) that depends only on both arguments. */
    public static double unit(long seed, long position) {
        return (mix(seed, position) >>> 11) * 0x1.0p-53;
    }
}
