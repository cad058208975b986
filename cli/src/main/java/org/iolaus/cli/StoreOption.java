package org.iolaus.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.server.LiveServiceConfig;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.store.StoreConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which service's database a command works on while the service is stopped. */
final class StoreOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a stopped service with the embedded database.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The service's configuration, which says where the database is.")
    private @Nullable Path config;

    boolean given() {
        return data != null || config != null;
    }

    /** Opens the database; it must exist already. */
    Database open() {
        StoreConfig store = store();
        try {
            return Database.open(store);
        } catch (DatabaseAway e) {
            throw Failure.input(e.getMessage() + "\nMaybe the service is running: stop it, or use its API.");
        } catch (IllegalStateException e) {
            throw Failure.input(String.valueOf(e.getMessage()));
        }
    }

    /** The service's settings; the defaults with {@code --data}. */
    LiveServiceConfig service() {
        try {
            return data == null
                    ? LiveServiceConfig.read(config, System.getenv())
                    : LiveServiceConfig.read(null, Map.of("IOLAUS_DATA", data.toString()));
        } catch (InvalidConfiguration e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    private StoreConfig store() {
        if (data != null && config != null) {
            throw Failure.usage("--data and --config must not be given together");
        }
        if (data != null) {
            if (Files.notExists(data.resolve(StoreConfig.EMBEDDED_FILE))) {
                throw Failure.input("--data " + data + " must hold " + StoreConfig.EMBEDDED_FILE
                        + "\nMaybe name the folder that ./iolaus serve keeps its data in.");
            }
            return StoreConfig.embedded(data);
        }
        return service().store();
    }
}
