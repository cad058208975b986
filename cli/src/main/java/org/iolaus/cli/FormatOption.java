package org.iolaus.cli;

import picocli.CommandLine.Option;

/** The option that says who reads a command's output. */
final class FormatOption {
    private enum Format {
        HUMAN,
        JSON
    }

    @Option(names = "--format", paramLabel = "human|json", description = "What to print (default: human).")
    private Format format = Format.HUMAN;

    /** Whether a program reads it. */
    boolean json() {
        return format == Format.JSON;
    }
}
