package org.iolaus.service.review.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.Secret;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The data keys, wrapped in the database. Works inside its callers' transactions. Thread-safe. */
public final class Vault {
    private static final String IDENTITY = "identity";
    private static final int REF_BYTES = 16;
    /** Owners asked for in one statement. */
    private static final int TOGETHER = 500;

    /** Whose key it is. */
    private enum Kind {
        ACCOUNT,
        CASE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Database database;
    private final RootKey root;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Object preparing = new Object();

    private Vault(Database database, RootKey root, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.root = root;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Opens the vault of a database, or begins one.
     *
     * @throws IOException if the key-encryption key cannot be used or is not the one that the vault was begun with
     */
    public static Vault open(Database database, KeyEncryption encryption, SecureRandom random, InstantSource clock)
            throws IOException {
        return new Vault(database, RootKey.open(database, encryption, random), random, clock);
    }

    /** Name of the key-encryption key that a database's keys are wrapped by; empty if it has no vault yet. */
    public static Optional<String> encryptionId(Database database) {
        return RootKey.encryptionId(database);
    }

    /** What a subject is known under in tables, the same for equal ones as long as the vault lives. */
    public String subject(String accountId, @Nullable String endUserId) {
        return root.lookup(endUserId == null ? "subject/" + accountId : "end-user/" + accountId + "\0" + endUserId);
    }

    /**
     * Makes the keys of accounts that have none, in transactions of its own, one caller at a time. Call it before a
     * transaction that is about many accounts: two that made the same keys would wait for each other until one gives up.
     */
    public void prepare(Collection<String> accountIds) {
        List<String> accounts = accountIds.stream().distinct().toList();
        synchronized (preparing) {
            for (int from = 0; from < accounts.size(); from += TOGETHER) {
                List<String> some = accounts.subList(from, Math.min(accounts.size(), from + TOGETHER));
                database.transact(handle -> makeMissing(handle, Kind.ACCOUNT, some));
            }
        }
    }

    /** The key of an account, new if it has none; empty if the account was erased not long ago. */
    public Optional<DataKey> ofAccount(Handle handle, String accountId) {
        return ofAccounts(handle, List.of(accountId)).values().stream().findFirst();
    }

    /** Keys of accounts by account, new where there is none; accounts erased not long ago are left out. */
    public Map<String, DataKey> ofAccounts(Handle handle, Collection<String> accountIds) {
        return keys(handle, Kind.ACCOUNT, List.copyOf(accountIds));
    }

    /** The key of a case, new if it has none. */
    public DataKey ofCase(Handle handle, String caseId) {
        return keys(handle, Kind.CASE, List.of(caseId)).values().iterator().next();
    }

    /** The key of an account that has one. */
    public Optional<DataKey> existing(Handle handle, String accountId) {
        return handle.createQuery("SELECT * FROM data_key WHERE lookup = :lookup")
                .bind("lookup", lookup(Kind.ACCOUNT, accountId))
                .map((row, context) -> key(row))
                .findOne();
    }

    /** A key by its name, unless it has been destroyed. */
    public Optional<DataKey> named(Handle handle, String ref) {
        return handle.createQuery("SELECT * FROM data_key WHERE ref = :ref")
                .bind("ref", ref)
                .map((row, context) -> key(row))
                .findOne();
    }

    /** The key in a row of a query that selects the columns of {@code data_key}. */
    public DataKey key(ResultSet row) throws SQLException {
        String ref = row.getString("ref");
        Secret secret = root.unwrap(row.getBytes("wrapped"), ref);
        try {
            byte[] owner = Cipher256.open(secret, row.getBytes(IDENTITY), identityOf(ref));
            return new DataKey(ref, new String(owner, UTF_8), secret, random);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("identity of data key " + ref + " must be as it was written", e);
        }
    }

    /** Destroys a key, and with it all rows that hang on it. What it sealed elsewhere stays and says nothing. */
    public void destroy(Handle handle, DataKey key) {
        handle.createUpdate("DELETE FROM data_key WHERE ref = :ref")
                .bind("ref", key.ref())
                .execute();
    }

    /** Remembers until a time that an account was erased, so that what the log still says of it is not taken up again. */
    public void markErased(Handle handle, String accountId, Instant until) {
        handle.createUpdate("INSERT INTO erased (lookup, until) VALUES (:lookup, :until) ON CONFLICT DO NOTHING")
                .bind("lookup", lookup(Kind.ACCOUNT, accountId))
                .bind("until", Times.micros(until))
                .execute();
    }

    private Map<String, DataKey> keys(Handle handle, Kind kind, List<String> owners) {
        Map<String, DataKey> keys = new LinkedHashMap<>();
        for (int from = 0; from < owners.size(); from += TOGETHER) {
            List<String> some = owners.subList(from, Math.min(owners.size(), from + TOGETHER));
            read(handle, kind, some, keys);
            List<String> missing =
                    some.stream().filter(owner -> !keys.containsKey(owner)).toList();
            makeMissing(handle, kind, missing);
            read(handle, kind, missing, keys);
        }
        return keys;
    }

    /** Makes the keys of those owners who have none and were not erased not long ago; returns of how many. */
    private int makeMissing(Handle handle, Kind kind, List<String> owners) {
        Map<String, String> missing = new TreeMap<>();
        owners.forEach(owner -> missing.put(lookup(kind, owner), owner));
        forget(missing, handle.createQuery("SELECT lookup FROM data_key WHERE lookup IN (<lookups>)"));
        forget(
                missing,
                handle.createQuery("SELECT lookup FROM erased WHERE lookup IN (<lookups>) AND until > :now")
                        .bind("now", Times.micros(clock.instant())));
        if (!missing.isEmpty()) {
            make(handle, kind, missing);
        }
        return missing.size();
    }

    /** Takes out what a query about its keys finds. */
    private static void forget(Map<String, String> byLookup, Query query) {
        if (!byLookup.isEmpty()) {
            query.bindList("lookups", List.copyOf(byLookup.keySet()))
                    .mapTo(String.class)
                    .list()
                    .forEach(byLookup::remove);
        }
    }

    private void read(Handle handle, Kind kind, Collection<String> owners, Map<String, DataKey> keys) {
        if (!owners.isEmpty()) {
            handle.createQuery("SELECT * FROM data_key WHERE lookup IN (<lookups>)")
                    .bindList(
                            "lookups",
                            owners.stream().map(owner -> lookup(kind, owner)).toList())
                    .map((row, context) -> key(row))
                    .forEach(key -> keys.put(key.owner(), key));
        }
    }

    private void make(Handle handle, Kind kind, Map<String, String> ownersByLookup) {
        root.requireCurrent(handle);
        var batch = handle.prepareBatch("INSERT INTO data_key (ref, kind, lookup, wrapped, identity, created)"
                + " VALUES (:ref, :kind, :lookup, :wrapped, :identity, :created) ON CONFLICT DO NOTHING");
        long now = Times.micros(clock.instant());
        ownersByLookup.forEach((lookup, owner) -> {
            byte[] name = new byte[REF_BYTES];
            random.nextBytes(name);
            String ref = HexFormat.of().formatHex(name);
            Secret secret = Secret.random(random);
            batch.bind("ref", ref)
                    .bind("kind", kind.label())
                    .bind("lookup", lookup)
                    .bind("wrapped", root.wrap(secret, ref, random))
                    .bind(IDENTITY, Cipher256.seal(secret, owner.getBytes(UTF_8), identityOf(ref), random))
                    .bind("created", now)
                    .add();
        });
        batch.execute();
    }

    private String lookup(Kind kind, String owner) {
        return root.lookup(kind.label() + "/" + owner);
    }

    private static byte[] identityOf(String ref) {
        return ("iolaus/identity/" + ref).getBytes(UTF_8);
    }
}
