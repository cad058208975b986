package org.iolaus.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database, migrated to this version's tables. One set of SQL serves both kinds. Thread-safe; every call may wait
 * for the network, so none belongs on the path of a decision or of ingest.
 */
public final class Database implements AutoCloseable {
    /** A committed transaction is handed to the system at once, so that a killed process loses none. */
    private static final String EMBEDDED =
            "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE";

    private static final int MAX_ATTEMPTS = 5;

    private final StoreConfig config;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(StoreConfig config, HikariDataSource pool) {
        this.config = config;
        this.pool = pool;
        jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws DatabaseAway if it cannot be reached
     * @throws IllegalStateException if its tables are not ones that this version understands
     */
    public static Database open(StoreConfig config) {
        HikariDataSource pool = pool(config);
        try {
            migrate(pool);
            return new Database(config, pool);
        } catch (FlywayException e) {
            pool.close();
            if (Absence.caused(e)) {
                throw away(config, e);
            }
            throw new IllegalStateException(
                    "database " + config.place() + " must hold tables of this version or an earlier one: "
                            + e.getMessage() + "\nMaybe it was written by a newer version.",
                    e);
        }
    }

    /**
     * Does work in one transaction: all of it, or nothing. Work that got in another's way is undone and done again, so it
     * must leave no trace outside the database.
     *
     * @throws DatabaseAway if the database cannot be reached or written; then nothing was done, unless the connection broke
     *     while the transaction was being committed
     */
    public <T> T transact(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(work::apply);
            } catch (JdbiException e) {
                if (Absence.caused(e)) {
                    throw away(config, e);
                }
                if (attempt == MAX_ATTEMPTS || !Absence.collided(e)) {
                    throw e;
                }
            }
        }
    }

    /** Whether it answers now. */
    public boolean reachable() {
        try {
            return transact(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (DatabaseAway e) {
            return false;
        }
    }

    /**
     * Claims it for a running service.
     *
     * @throws DatabaseAway if it cannot be reached
     * @throws DatabaseInUse if its keys are being replaced
     */
    public Claim claim() {
        return Claim.of(config);
    }

    /**
     * Keeps services away until a transaction ends.
     *
     * @throws DatabaseInUse if one claims the database
     */
    public void exclude(Handle handle) {
        Claim.exclude(config, handle);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void migrate(HikariDataSource pool) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:org/iolaus/service/store/migration")
                .load()
                .migrate();
    }

    private static HikariDataSource pool(StoreConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("store");
        pool.setJdbcUrl(config.embedded() ? config.url() + ";" + EMBEDDED : config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password().reveal());
        pool.setMaximumPoolSize(config.connections());
        pool.setConnectionTimeout(config.patience().toMillis());
        pool.setValidationTimeout(config.patience().toMillis());
        pool.setInitializationFailTimeout(config.patience().toMillis());
        if (!config.embedded()) {
            config.waiting().forEach(pool::addDataSourceProperty);
        }
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            throw away(config, e);
        }
    }

    static DatabaseAway away(StoreConfig config, Exception cause) {
        return new DatabaseAway(
                "database " + config.place() + " must be reachable and writable: " + Absence.reason(cause)
                        + "\nMaybe start it, check store.url and store.user, or see whether another process has it open.",
                cause);
    }
}
