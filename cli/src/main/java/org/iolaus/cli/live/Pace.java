package org.iolaus.cli.live;

import java.util.concurrent.TimeUnit;

/** Keeps a sender below a rate, from its first lines on. Not thread-safe. */
final class Pace {
    private final double perSecond;
    private long lines;
    private long start;

    /** @param perSecond lines a second at most; 0 for no bound */
    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Waits until a body may go. */
    void take(byte[] body) throws InterruptedException {
        if (perSecond == 0) {
            return;
        }
        start = lines == 0 ? System.nanoTime() : start;
        TimeUnit.NANOSECONDS.sleep(start + (long) (lines * 1e9 / perSecond) - System.nanoTime());
        for (byte each : body) {
            lines += each == '\n' ? 1 : 0;
        }
    }
}
