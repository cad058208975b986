package org.iolaus.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The two kinds of database that every store has to work on; PostgreSQL is a real server, started once. */
public enum TestDatabase {
    H2 {
        @Override
        public StoreConfig fresh(Path folder) {
            return StoreConfig.embedded(folder);
        }
    },
    POSTGRESQL {
        @Override
        public StoreConfig fresh(Path folder) {
            return StoreConfig.at(
                    "jdbc:postgresql://localhost:" + server().getPort() + "/postgres?currentSchema=" + schema(),
                    "postgres",
                    Password.NONE);
        }
    };

    private static final AtomicInteger CREATED = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /**
     * Where an empty database is.
     *
     * @param folder empty folder that a database may use
     */
    public abstract StoreConfig fresh(Path folder);

    static synchronized EmbeddedPostgres server() {
        if (server == null) {
            Assumptions.assumeTrue(
                    startable(),
                    "PostgreSQL does not run as root, and this system lets nobody change that (unshare -U)");
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL must start", e);
            }
        }
        return server;
    }

    private static boolean startable() {
        if (!System.getProperty("user.name").equals("root")) {
            return true;
        }
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String schema() {
        String name = "test_" + CREATED.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
