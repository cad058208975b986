package org.iolaus.service.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.iolaus.service.store.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The API keys. Asking who presents a key is a look-up in memory, so it works while the database is away; changes go to
 * the database first and fail while it is. Thread-safe.
 */
public final class ApiKeys {
    /** A key that was just made; its text is known here and nowhere else. */
    public record Made(ApiKey key, KeyText text) {}

    /** What is written in the same transaction as a change of a key: its audit entry. */
    @FunctionalInterface
    public interface Within {
        void write(Handle handle, ApiKey key);
    }

    private static final Within NOTHING = (handle, key) -> {};

    /** A key in memory, ready to be asked for. */
    private record Held(ApiKey key, Caller caller, byte[] digest) {}

    private final ApiKeyTable table;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();
    private volatile Map<String, Held> held = Map.of();

    private ApiKeys(ApiKeyTable table, InstantSource clock, SecureRandom random) {
        this.table = table;
        this.clock = clock;
        this.random = random;
    }

    /** Reads the keys from the database. */
    public static ApiKeys open(Database database, InstantSource clock, SecureRandom random) {
        ApiKeys keys = new ApiKeys(new ApiKeyTable(database), clock, random);
        keys.refresh();
        return keys;
    }

    /** If there is no key at all, makes one with every scope, for the caller to show once. */
    public Optional<Made> first() {
        Made made = make("first administrator", EnumSet.allOf(Scope.class), null);
        boolean added = table.insertFirst(row(made));
        refresh();
        return added ? Optional.of(made) : Optional.empty();
    }

    /**
     * Makes a key.
     *
     * @param expires when it ends by itself, or null
     * @throws IllegalArgumentException if the name, scopes or expiry break their rule
     */
    public Made create(String name, Set<Scope> scopes, @Nullable Instant expires) {
        return create(name, scopes, expires, NOTHING);
    }

    /** The same, with what is written in one transaction with it. */
    public Made create(String name, Set<Scope> scopes, @Nullable Instant expires, Within within) {
        Made made = make(name, scopes, expires);
        table.insert(row(made), within);
        refresh();
        return made;
    }

    /**
     * Revokes a key; it opens nothing from now on here, and in other processes from their next {@link #refresh} on.
     *
     * @throws Problem if there is no such key, or it is the last valid one that may administer
     */
    public ApiKey revoke(String id) {
        return revoke(id, NOTHING);
    }

    /** The same, with what is written in one transaction with it. */
    public ApiKey revoke(String id, Within within) {
        refresh();
        Held key = held.get(id);
        if (key == null) {
            throw Problem.unknown("key " + id + " must be one that exists");
        }
        if (administers(key.key())
                && held.values().stream()
                        .noneMatch(other -> !other.key().id().equals(id) && administers(other.key()))) {
            throw Problem.conflict("key " + id
                    + " must not be revoked: it is the last one that may administer\nMaybe make another one first.");
        }
        table.revoke(key.key(), clock.instant(), within);
        refresh();
        Held revoked = held.get(id);
        return revoked == null ? key.key() : revoked.key();
    }

    /** All keys, oldest first, as of the database. */
    public List<ApiKey> list() {
        return table.all().stream().map(ApiKeyTable.Row::key).toList();
    }

    /** Who presents a key, if it is one of ours and valid. No input or output; takes the same time for any wrong secret. */
    public Optional<Caller> authenticate(String presented) {
        Optional<KeyText> text = KeyText.parse(presented);
        Held key = text.isEmpty() ? null : held.get(text.get().id());
        Instant now = clock.instant();
        if (key == null
                || !key.key().valid(now)
                || !MessageDigest.isEqual(key.digest(), text.get().digest())) {
            return Optional.empty();
        }
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(uses.get(key.key().id()))) {
            uses.put(key.key().id(), hour);
        }
        return Optional.of(key.caller());
    }

    /** Reads what other processes changed, and writes in which hour keys were last used. To be called every minute or so. */
    public void refresh() {
        Map<String, Instant> fresh = new HashMap<>();
        uses.forEach((id, hour) -> {
            Held key = held.get(id);
            if (key != null && !hour.equals(key.key().lastUsed())) {
                fresh.put(id, hour);
            }
        });
        if (!fresh.isEmpty()) {
            table.used(fresh);
        }
        Map<String, Held> next = new HashMap<>();
        for (ApiKeyTable.Row row : table.all()) {
            ApiKey key = row.key();
            next.put(
                    key.id(),
                    new Held(
                            key,
                            new Caller(key.id(), key.name(), key.scopes()),
                            HexFormat.of().parseHex(row.digest())));
        }
        held = Map.copyOf(next);
    }

    private boolean administers(ApiKey key) {
        return key.scopes().contains(Scope.ADMINISTER) && key.valid(clock.instant());
    }

    private Made make(String name, Set<Scope> scopes, @Nullable Instant expires) {
        KeyText text = KeyText.random(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Made(new ApiKey(text.id(), name, scopes, now, expires, null, null), text);
    }

    private static ApiKeyTable.Row row(Made made) {
        return new ApiKeyTable.Row(
                made.key(), HexFormat.of().formatHex(made.text().digest()));
    }
}
