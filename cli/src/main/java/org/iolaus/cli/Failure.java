package org.iolaus.cli;

/** An outcome the caller can do something about: a message for a person and the exit code that goes with it. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Something given cannot be read. */
    public static Failure input(String message) {
        return new Failure(ExitCode.INPUT, message);
    }

    /** Results cannot be written. */
    public static Failure output(String message) {
        return new Failure(ExitCode.OUTPUT, message);
    }

    /** Options contradict each other or name something that cannot be. */
    public static Failure usage(String message) {
        return new Failure(ExitCode.USAGE, message);
    }

    /** An identifier that a scan's files do not hold. */
    public static Failure unknownId(String message) {
        return new Failure(ExitCode.UNKNOWN_ID, message);
    }

    /** A person has to decide something first. */
    public static Failure review(String message) {
        return new Failure(ExitCode.REVIEW, message);
    }

    /** A record that must not change has changed. */
    public static Failure broken(String message) {
        return new Failure(ExitCode.BROKEN, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
