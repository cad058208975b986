package org.iolaus.cli;

import java.nio.file.Path;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.server.LiveServiceConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says under which settings a service starts. */
final class ConfigOption {
    @Option(names = "--config", paramLabel = "FILE", description = "Configuration (default: every setting's default).")
    private @Nullable Path config;

    boolean given() {
        return config != null;
    }

    /** The settings of the file and of the environment. */
    LiveServiceConfig read() {
        try {
            return LiveServiceConfig.read(config, System.getenv());
        } catch (InvalidConfiguration e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
