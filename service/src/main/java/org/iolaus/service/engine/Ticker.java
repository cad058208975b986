package org.iolaus.service.engine;

import java.time.Duration;

/** Does something again and again on a thread of its own, so often. Thread-safe. */
final class Ticker {
    private final long millis;
    private final Runnable task;
    private final Thread thread =
            Thread.ofPlatform().name("iolaus-tick").daemon().unstarted(this::run);
    private volatile boolean stopped;

    Ticker(Duration every, Runnable task) {
        millis = Math.max(1, every.toMillis());
        this.task = task;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        while (!stopped) {
            try {
                Thread.sleep(millis);
                task.run();
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }
}
