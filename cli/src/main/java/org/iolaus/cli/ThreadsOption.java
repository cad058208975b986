package org.iolaus.cli;

import picocli.CommandLine.Option;

/** The option that says how many threads work. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; results are the same for any number (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Their number, at least 1. */
    int count() {
        if (threads < 1) {
            throw Failure.usage("--threads " + threads + " must be at least 1");
        }
        return threads;
    }
}
