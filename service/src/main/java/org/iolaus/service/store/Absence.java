package org.iolaus.service.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells an absent database from a statement that it refused. */
final class Absence {
    /**
     * Beginnings of SQL states: connection lost, resources (a full disk) lacking, shut down, read-only, waited for a lock too long; for H2 a file that
     * cannot be read or written, is held by another process, or was closed.
     */
    private static final List<String> STATES = List.of(
            "08", "53", "57P", "25006", "HYT00", "90007", "90020", "90028", "90031", "90067", "90097", "90098",
            "90121");

    /** Beginning of SQL states of transactions that were undone: deadlock, serialization failure. */
    private static final String COLLIDED = "40";

    private Absence() {}

    static boolean caused(Throwable error) {
        return error instanceof ConnectionException || sql(error) != null;
    }

    /** What the driver says, in one line. */
    static String reason(Throwable error) {
        SQLException sql = sql(error);
        String message = String.valueOf((sql == null ? error : sql).getMessage());
        return message.lines().findFirst().orElse("").replaceAll("(?i)password\\S*", "...");
    }

    /** Whether a transaction was undone because another one was in its way. */
    static boolean collided(Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(COLLIDED)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable SQLException sql(Throwable error) {
        SQLException found = null;
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && absent(sql)) {
                found = sql;
            }
        }
        return found;
    }

    private static boolean absent(SQLException error) {
        String state = error.getSQLState();
        return error instanceof SQLTransientConnectionException
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException
                || (state != null && STATES.stream().anyMatch(state::startsWith));
    }
}
