package org.iolaus.service.review.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
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

/** Prompts kept on purpose: sealed under their account's key, few, and not for long. Thread-safe. */
public final class Samples {
    private static final String PURPOSE = "sample";
    private static final int ID_BYTES = 16;

    private final Database database;
    private final Vault vault;
    private final SampleConfig config;
    private final InstantSource clock;
    private final SecureRandom random;

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
                    return key.isPresent() && room(handle, key.get()) && insert(handle, key.get(), cut(prompt));
                });
    }

    /** Prompts of an account that have not expired, newest first. */
    public List<String> of(String accountId) {
        return database.transact(handle -> {
            Optional<DataKey> key = vault.existing(handle, accountId);
            return key.isEmpty()
                    ? List.of()
                    : handle.createQuery("SELECT content FROM sample WHERE data_key = :key AND expires > :now"
                                    + " ORDER BY taken DESC, id")
                            .bind("key", key.get().ref())
                            .bind("now", Times.micros(clock.instant()))
                            .map((row, context) -> key.get().open(PURPOSE, row.getBytes("content")))
                            .list();
        });
    }

    private boolean room(Handle handle, DataKey key) {
        int all = handle.createQuery("SELECT COUNT(*) FROM sample")
                .mapTo(Integer.class)
                .one();
        int own = handle.createQuery("SELECT COUNT(*) FROM sample WHERE data_key = :key")
                .bind("key", key.ref())
                .mapTo(Integer.class)
                .one();
        return all < config.total() && own < config.perAccount();
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

    /** The beginning of a text that takes so many bytes, without half a character at its end. */
    private String cut(String prompt) {
        byte[] bytes = prompt.getBytes(UTF_8);
        if (bytes.length <= config.maxBytes()) {
            return prompt;
        }
        CharBuffer text = CharBuffer.allocate(config.maxBytes());
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        decoder.decode(ByteBuffer.wrap(bytes, 0, config.maxBytes()), text, false);
        return text.flip().toString();
    }
}
