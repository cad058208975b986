package org.iolaus.simulator.actor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** When somebody calls. Times are microseconds since the epoch. */
public sealed interface Rhythm {
    long SECOND = 1_000_000L;
    long HOUR = 3600 * SECOND;
    long DAY = 24 * HOUR;

    /** A point in time between two bounds. */
    long draw(SplittableRandom random, long from, long to);

    /** {@code count} times in ascending order, no two alike, inside the bounds. */
    default long[] times(SplittableRandom random, long from, long to, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = i % 4 != 0 && random.nextDouble() < burstiness()
                    ? times[i - 1] + (long) (-Math.log(1 - random.nextDouble()) * 90 * SECOND)
                    : draw(random, from, to);
            times[i] = Math.clamp(times[i], from, to - 1);
        }
        Arrays.sort(times);
        for (int i = 1; i < count; i++) {
            times[i] = Math.max(times[i], times[i - 1] + 1);
        }
        return times;
    }

    /** Share of calls that follow another within minutes. */
    double burstiness();

    /**
     * A person's waking hours.
     *
     * @param zoneHours offset of their clock from UTC
     * @param peakHour local hour of most activity
     * @param spreadHours standard deviation around it
     * @param weekend activity at the weekend relative to other days
     */
    record Human(int zoneHours, double peakHour, double spreadHours, double weekend) implements Rhythm {
        @Override
        public long draw(SplittableRandom random, long from, long to) {
            for (int tries = 0; tries < 40; tries++) {
                long day = Math.floorDiv(from, DAY) + random.nextLong(Math.max(1, (to - from) / DAY + 1));
                double hour = peakHour + Chance.normal(random) * spreadHours - zoneHours;
                long time = day * DAY + (long) (hour * HOUR);
                long weekday = Math.floorMod(Math.floorDiv(time, DAY) + 4, 7);
                boolean rests = (weekday == 0 || weekday == 6) && random.nextDouble() > weekend;
                if (!rests && time >= from && time < to) {
                    return time;
                }
            }
            return random.nextLong(from, to);
        }

        @Override
        public double burstiness() {
            return 0.7;
        }
    }

    /** Round the clock. */
    record Steady(double burstiness) implements Rhythm {
        @Override
        public long draw(SplittableRandom random, long from, long to) {
            return random.nextLong(from, to);
        }
    }

    /**
     * The same hours every day, as a scheduled job runs.
     *
     * @param startHour UTC hour
     * @param hours length of the run
     */
    record Nightly(int startHour, double hours) implements Rhythm {
        @Override
        public long draw(SplittableRandom random, long from, long to) {
            for (int tries = 0; tries < 40; tries++) {
                long day = Math.floorDiv(from, DAY) + random.nextLong(Math.max(1, (to - from) / DAY + 1));
                long time = day * DAY + (long) ((startHour + random.nextDouble() * hours) * HOUR);
                if (time >= from && time < to) {
                    return time;
                }
            }
            return random.nextLong(from, to);
        }

        @Override
        public double burstiness() {
            return 0.3;
        }
    }

    /**
     * Round the clock, at a rate that grows exponentially for a while.
     *
     * @param fromMicros start of growth
     * @param spanMicros length of growth
     * @param factor last rate relative to the first
     */
    record Growth(long fromMicros, long spanMicros, double factor) implements Rhythm {
        @Override
        public long draw(SplittableRandom random, long from, long to) {
            while (true) {
                long time = random.nextLong(from, to);
                double grown = Math.clamp((double) (time - fromMicros) / spanMicros, 0, 1);
                if (random.nextDouble() < Math.pow(factor, grown - 1)) {
                    return time;
                }
            }
        }

        @Override
        public double burstiness() {
            return 0.6;
        }
    }

    /**
     * Work dealt out in batches: everybody starts at a batch's start, delayed by up to the jitter.
     *
     * @param seed seed shared by all who take part
     * @param everyMicros time between batches
     * @param jitterMicros longest delay after a batch's start
     */
    record Batches(long seed, long everyMicros, long jitterMicros) implements Rhythm {
        @Override
        public long draw(SplittableRandom random, long from, long to) {
            long first = Math.floorDiv(from, everyMicros);
            long batch = first + random.nextLong(Math.max(1, Math.floorDiv(to, everyMicros) - first));
            long offset = (long) (Seeds.unit(seed, batch) * everyMicros / 2);
            long time = batch * everyMicros + offset + random.nextLong(Math.max(1, jitterMicros));
            return time < to ? time : from + (time - to) % (to - from);
        }

        @Override
        public double burstiness() {
            return 0;
        }
    }
}
