package org.iolaus.cli;

import picocli.CommandLine.Option;

/** The option that lets a command replace what it wrote before. */
final class ForceOption {
    @Option(names = "--force", description = "Replace what a former run of this command wrote.")
    private boolean force;

    boolean given() {
        return force;
    }
}
