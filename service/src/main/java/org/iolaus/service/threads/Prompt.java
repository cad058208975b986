package org.iolaus.service.threads;

/** Work that somebody waits for within milliseconds and that is done in less. */
public final class Prompt {
    private Prompt() {}

    /** The same work, on a thread that goes first when it wakes up. */
    public static Runnable first(Runnable work) {
        return () -> {
            Turns.prompt();
            work.run();
        };
    }
}
