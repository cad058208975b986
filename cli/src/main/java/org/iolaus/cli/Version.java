package org.iolaus.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version this was built as, from the jar's manifest. */
public final class Version implements IVersionProvider {
    /** {@code 0.1.0-SNAPSHOT}, or {@code development} outside a jar. */
    public static String current() {
        @Nullable String packed = Version.class.getPackage().getImplementationVersion();
        return packed == null ? "development" : packed;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "iolaus " + current() + " (Java " + Runtime.version().feature() + ")"
        };
    }
}
