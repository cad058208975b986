package org.iolaus.service.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running service's claim on its database: while it is held, nobody replaces what the service has in memory. On
 * PostgreSQL it is a shared advisory lock of a connection of its own, so it ends with the process, and with the
 * connection; {@link #renew} notices that and takes it again. The embedded database's file belongs to the process that
 * has it open, so there nothing more is needed. Thread-safe.
 */
public final class Claim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);
    /** The lock of this database's schema; the first number says that it is ours. */
    private static final String LOCK = "(1768909921, hashtext(CAST(current_schema() AS text)))";

    private final StoreConfig config;
    private @Nullable Connection session;
    private boolean closed;
    private volatile boolean held;

    private Claim(StoreConfig config) {
        this.config = config;
    }

    /**
     * Claims a database.
     *
     * @throws DatabaseAway if it cannot be reached
     * @throws DatabaseInUse if its keys are being replaced
     */
    static Claim of(StoreConfig config) {
        Claim claim = new Claim(config);
        try {
            claim.take();
            return claim;
        } catch (SQLException e) {
            claim.release();
            throw Database.away(config, e);
        }
    }

    /**
     * Makes sure that nobody claims the database, and that nobody can until the transaction ends.
     *
     * @throws DatabaseInUse if a service runs on it
     */
    static void exclude(StoreConfig config, Handle handle) {
        if (!config.embedded()
                && !handle.createQuery("SELECT pg_try_advisory_xact_lock" + LOCK)
                        .mapTo(Boolean.class)
                        .one()) {
            throw new DatabaseInUse("database " + config.place()
                    + " must not be in use by a service while its keys are replaced\nMaybe stop the service first.");
        }
    }

    /** Whether it was held when it was last looked at. */
    public boolean held() {
        return held;
    }

    /** Looks whether it is held, and takes it again if not. To be called every few seconds; may wait for the network. */
    public synchronized void renew() {
        if (config.embedded() || closed || answers()) {
            return;
        }
        if (held) {
            held = false;
            LOG.warn(
                    "the connection that claims database {} is lost; until it is back, vault rotate is not refused",
                    config.place());
        }
        release();
        try {
            take();
            LOG.warn("database {} is claimed again", config.place());
        } catch (SQLException e) {
            LOG.debug("database {} cannot be claimed", config.place(), e);
        } catch (DatabaseInUse e) {
            LOG.error("{} This service has to be restarted then.", e.getMessage());
        }
    }

    /** Gives it up: once this returns, it keeps nobody away. */
    @Override
    public synchronized void close() {
        closed = true;
        held = false;
        unlock();
        release();
    }

    private void take() throws SQLException {
        if (!config.embedded()) {
            session = DriverManager.getConnection(config.url(), properties());
            if (!locked(session)) {
                release();
                throw new DatabaseInUse("database " + config.place()
                        + " must not be opened by a service while its keys are replaced (vault rotate)"
                        + "\nMaybe start the service again when that is done.");
            }
        }
        held = true;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", config.user());
        properties.setProperty("password", config.password().reveal());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "iolaus claim");
        config.waiting().forEach((name, seconds) -> properties.setProperty(name, String.valueOf(seconds)));
        return properties;
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock_shared" + LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Gives up the lock while the connection lasts: the server ends a closed one's session only some time later. */
    private void unlock() {
        if (session == null) {
            return;
        }
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_shared" + LOCK);
        } catch (SQLException e) {
            LOG.debug("the claim on database {} ends with its connection", config.place(), e);
        }
    }

    private boolean answers() {
        try {
            return session != null
                    && session.isValid((int) Math.max(1, config.patience().toSeconds()));
        } catch (SQLException e) {
            return false;
        }
    }

    private void release() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            LOG.debug("the connection that claimed database {} was gone already", config.place(), e);
        }
        session = null;
    }
}
