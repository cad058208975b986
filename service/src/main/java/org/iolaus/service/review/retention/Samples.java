package org.iolaus.service.review.retention;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * Prompts kept on purpose: sealed under their account's key, few, and not for long. If there is no more room, those of
 * accounts that are in no case give way. Thread-safe.
 */
public final class Samples {
    private static final String PURPOSE = "sample";
    private static final int ID_BYTES = 16;

    private final Database database;
    private final Vault vault;
    private final SampleConfig config;
    private final InstantSource clock;
    private final SecureRandom random;

    /**
     * A prompt.
     *
     * @param taken when it was kept
     * @param expires until when it is
     * @param prompt its text, or the beginning of it
     */
    public record Sample(Instant taken, Instant expires, String prompt) {}

    public Samples(Database database, Vault vault, SampleConfig config, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Keeps a prompt, if samples are on and there is room; says whether it was kept. */
    public boolean offer(String accountId, String prompt) {
        return config.enabled()
                && database.transact(handle -> {
                    Optional<DataKey> key = vault.ofAccount(handle, accountId);
                    return key.isPresent() && room(handle, key.get()) && insert(handle, key.get(), config.cut(prompt));
                });
    }

    /** Prompts of an account that have not expired, newest first. */
    public List<String> of(String accountId) {
        return database.transact(handle -> vault.existing(handle, accountId)
                .map(key -> of(handle, key).stream().map(Sample::prompt).toList())
                .orElse(List.of()));
    }

    /** The same by the account's key, with their times. */
    public List<Sample> of(Handle handle, DataKey key) {
        return handle.createQuery("SELECT taken, expires, content FROM sample WHERE data_key = :key AND expires > :now"
                        + " ORDER BY taken DESC, id")
                .bind("key", key.ref())
                .bind("now", Times.micros(clock.instant()))
                .map((row, context) -> new Sample(
                        Times.instant(row.getLong("taken")),
                        Times.instant(row.getLong("expires")),
                        key.open(PURPOSE, row.getBytes("content"))))
                .list();
    }

    private boolean room(Handle handle, DataKey key) {
        int all = handle.createQuery("SELECT COUNT(*) FROM sample")
                .mapTo(Integer.class)
                .one();
        int own = handle.createQuery("SELECT COUNT(*) FROM sample WHERE data_key = :key")
                .bind("key", key.ref())
                .mapTo(Integer.class)
                .one();
        return own < config.perAccount() && (all < config.total() || replaced(handle));
    }

    /** Lets the oldest prompt go of an account that is in no case and under no hold; false if there is none. */
    private static boolean replaced(Handle handle) {
        return handle.createUpdate("DELETE FROM sample WHERE id = (SELECT s.id FROM sample s"
                                + " WHERE NOT EXISTS (SELECT 1 FROM case_member m WHERE m.data_key = s.data_key)"
                                + " AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.data_key = s.data_key)"
                                + " ORDER BY s.taken, s.id LIMIT 1)")
                        .execute()
                == 1;
    }

    private boolean insert(Handle handle, DataKey key, String content) {
        Instant now = clock.instant();
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        byte[] sealed = key.seal(PURPOSE, content);
        return handle.createUpdate("INSERT INTO sample (id, data_key, taken, expires, bytes, content)"
                                + " VALUES (:id, :key, :taken, :expires, :bytes, :content)")
                        .bind("id", HexFormat.of().formatHex(id))
                        .bind("key", key.ref())
                        .bind("taken", Times.micros(now))
                        .bind("expires", Times.micros(now.plus(config.life())))
                        .bind("bytes", sealed.length)
                        .bind("content", sealed)
                        .execute()
                == 1;
    }
}
