package org.iolaus.simulator.actor;

/**
 * How somebody takes turns among prompts. One law draws it for everybody, honest or hostile, so that neither the number
 * of an account's prompts nor the pace of their change tells its side.
 *
 * @param seed which prompts, and their order
 * @param prompts prompts in use, at least 1
 * @param stretch positions for which one is kept before the next is picked
 */
public record Habit(long seed, int prompts, int stretch) {
    private static final int[] PROMPTS = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 9, 12};
    private static final int[] STRETCHES = {1, 1, 1, 2, 4, 8, 16, 40};

    /** The habit of whoever has a seed. */
    public static Habit of(long seed) {
        int prompts = PROMPTS[(int) (Seeds.unit(seed, 1) * PROMPTS.length)];
        return new Habit(seed, prompts, STRETCHES[(int) (Seeds.unit(seed, 2) * STRETCHES.length)]);
    }

    /** Index of the prompt used at a position, among all that there are. */
    public int at(long position, int available) {
        int used = Math.min(prompts, available);
        if (used == 1 && available == 1) {
            return 0;
        }
        long turn = (Seeds.mix(seed ^ 0x51L, position / stretch) >>> 33) % used;
        long first = (Seeds.mix(seed, 3) >>> 33) % available;
        return (int) ((first + turn * step(available)) % available);
    }

    /** A step after which {@code available} positions come round only when all were visited. */
    private int step(int available) {
        int step = 1 + (int) (Seeds.unit(seed, 4) * available);
        while (divisor(step, available) > 1) {
            step++;
        }
        return step;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
