package org.iolaus.cli.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iolaus.cli.Failure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says with which key a command speaks to a running service. */
public final class LiveOptions {
    /** Variable that holds an API key. */
    public static final String VARIABLE = "IOLAUS_KEY";

    /** Where a service leaves the key of its own machine, in its data folder. */
    public static final Path LOCAL_KEY = Path.of("iolaus-data", "local.key");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "File that holds the API key (default: variable IOLAUS_KEY, else iolaus-data/local.key).")
    private @Nullable Path keyFile;

    /** A client of the service at an address. */
    public ServiceClient client(URI service) {
        return new ServiceClient(service, key(System.getenv()));
    }

    private String key(Map<String, String> environment) {
        String given = environment.get(VARIABLE);
        if (keyFile == null && given != null) {
            return given.strip();
        }
        Path file = keyFile == null ? LOCAL_KEY : keyFile;
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.usage("--key-file " + file + " cannot be read; it must hold an API key of the service"
                    + "\nMaybe run this where ./iolaus serve was started, or set " + VARIABLE + ".");
        }
    }
}
