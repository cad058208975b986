package org.iolaus.service.threads;

import java.util.concurrent.ThreadFactory;

/** Threads for work that nobody waits for within milliseconds; threads that decide go before them. */
public final class Background {
    private Background() {}

    /** A thread not yet started. */
    public static Thread thread(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().unstarted(yielding(work));
    }

    /** Makes threads that are called {@code name} and a number. */
    public static ThreadFactory threads(String name) {
        ThreadFactory made = Thread.ofPlatform().name(name, 0).daemon().factory();
        return work -> made.newThread(yielding(work));
    }

    private static Runnable yielding(Runnable work) {
        return () -> {
            Turns.background();
            work.run();
        };
    }
}
