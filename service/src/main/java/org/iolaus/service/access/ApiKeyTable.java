package org.iolaus.service.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/** API keys in the database, with the digests of their secrets. Thread-safe. */
final class ApiKeyTable {
    /** A key with its secret's digest in hexadecimal. */
    record Row(ApiKey key, String digest) {}

    private final Database database;

    ApiKeyTable(Database database) {
        this.database = database;
    }

    List<Row> all() {
        return database.transact(ApiKeyTable::all);
    }

    void insert(Row row, ApiKeys.Within within) {
        database.transact(handle -> {
            insert(handle, row);
            within.write(handle, row.key());
            return row;
        });
    }

    /** Adds a key if there is none at all; says whether it was added. */
    boolean insertFirst(Row row) {
        return database.transact(handle -> all(handle).isEmpty() && insert(handle, row) == 1);
    }

    private static List<Row> all(Handle handle) {
        return handle.createQuery("SELECT * FROM api_key ORDER BY created, id")
                .map((row, context) -> row(row))
                .list();
    }

    /** Revokes a key; one that is revoked already keeps its time. */
    void revoke(ApiKey key, Instant now, ApiKeys.Within within) {
        database.transact(handle -> {
            int revoked = handle.createUpdate("UPDATE api_key SET revoked = :now WHERE id = :id AND revoked IS NULL")
                    .bind("now", Times.micros(now))
                    .bind("id", key.id())
                    .execute();
            if (revoked > 0) {
                within.write(handle, key);
            }
            return revoked;
        });
    }

    void used(Map<String, Instant> uses) {
        database.transact(handle -> {
            var batch = handle.prepareBatch("UPDATE api_key SET last_used = :time WHERE id = :id");
            uses.forEach((id, time) ->
                    batch.bind("time", Times.micros(time)).bind("id", id).add());
            return batch.execute().length;
        });
    }

    private static int insert(Handle handle, Row row) {
        ApiKey key = row.key();
        return handle.createUpdate("INSERT INTO api_key (id, name, scopes, digest, created, expires)"
                        + " VALUES (:id, :name, :scopes, :digest, :created, :expires)")
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("scopes", key.scopes().stream().map(Scope::label).sorted().collect(Collectors.joining(" ")))
                .bind("digest", row.digest())
                .bind("created", Times.micros(key.created()))
                .bind("expires", Times.microsOrNull(key.expires()))
                .execute();
    }

    private static Row row(ResultSet row) throws SQLException {
        ApiKey key = new ApiKey(
                row.getString("id"),
                row.getString("name"),
                scopes(row.getString("scopes")),
                Times.instant(row.getLong("created")),
                Times.instantOrNull(row, "expires"),
                Times.instantOrNull(row, "revoked"),
                Times.instantOrNull(row, "last_used"));
        return new Row(key, row.getString("digest"));
    }

    private static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(" "))
                .map(label -> Scope.valueOf(label.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
