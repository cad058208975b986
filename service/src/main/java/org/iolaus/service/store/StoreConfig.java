package org.iolaus.service.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:h2:file:...} or {@code jdbc:postgresql:...}, without a password in it
 * @param user database user; empty for the embedded database
 * @param password its password
 * @param connections connections held open at most
 * @param patience how long a request waits for a connection before it is answered that the database is away
 */
public record StoreConfig(String url, String user, Password password, int connections, Duration patience) {
    /** The embedded database's file in a folder of data. */
    public static final String EMBEDDED_FILE = "store.mv.db";

    static final String H2 = "jdbc:h2:";
    static final String POSTGRESQL = "jdbc:postgresql:";
    /** No statement of ours takes as long. */
    private static final long SOCKET_SECONDS = 30;

    private static final int DEFAULT_CONNECTIONS = 4;
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(2);
    /** The pool takes no shorter one. */
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(250);

    public StoreConfig {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "store.url " + shown(url) + " must begin with " + H2 + " or " + POSTGRESQL);
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException(
                    "store.url " + shown(url) + " must not hold a password\nMaybe set store.password.");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("store.connections " + connections + " must be at least 1");
        }
        if (patience.compareTo(LEAST_PATIENCE) < 0) {
            throw new IllegalArgumentException("store.patience " + patience + " must be at least " + LEAST_PATIENCE);
        }
    }

    /** The embedded database in a folder of data. */
    public static StoreConfig embedded(Path folder) {
        Path file = folder.resolve("store").toAbsolutePath();
        return at(H2 + "file:" + file, "", Password.NONE);
    }

    /** A database by its URL. */
    public static StoreConfig at(String url, String user, Password password) {
        return new StoreConfig(url, user, password, DEFAULT_CONNECTIONS, DEFAULT_PATIENCE);
    }

    boolean embedded() {
        return url.startsWith(H2);
    }

    /** How long the driver waits for a PostgreSQL server, seconds by property: a broken network shows by silence. */
    Map<String, Long> waiting() {
        return Map.of("connectTimeout", Math.max(1, patience.toSeconds()), "socketTimeout", SOCKET_SECONDS);
    }

    /** The URL without parameters, for messages. */
    String place() {
        return shown(url);
    }

    private static String shown(String url) {
        return url.split("[?;]", 2)[0];
    }
}
