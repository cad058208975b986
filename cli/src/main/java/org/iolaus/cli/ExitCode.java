package org.iolaus.cli;

/** What the process returns to its caller; listed in docs/commands.md. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int UNEXPECTED = 1;
    public static final int USAGE = 2;
    public static final int INPUT = 3;
    public static final int OUTPUT = 4;
    public static final int UNKNOWN_ID = 5;
    public static final int MEMORY = 6;
    public static final int REVIEW = 7;
    public static final int BROKEN = 8;
    public static final int UNHEALTHY = 9;

    private ExitCode() {}
}
