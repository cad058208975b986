package org.iolaus.detection.fingerprint;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.jspecify.annotations.Nullable;

/** Keyed hashes, apart for each kind of value: equal values of two kinds have unrelated hashes. Immutable. */
final class Hashes {
    /** What is hashed. The order is part of the hash. */
    enum Kind {
        KEY,
        CONTENT,
        IP,
        PREFIX,
        SUPERNET,
        CLIENT,
        SYSTEM,
        SYSTEM_SHINGLE,
        TOOLS,
        OPENING,
        SHINGLE,
        ITEM,
        CONVERSATION,
        ORGANIZATION,
        PAYMENT,
        EMAIL,
        DOMAIN,
        SUBJECT
    }

    private final long[] keys = new long[Kind.values().length];
    private final Hasher64 hasher;

    Hashes(long hashKey) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Mixer.mix(hashKey, i + 1);
        }
        hasher = Hashing.wyhashFinal4(hashKey);
    }

    long key(Kind kind) {
        return keys[kind.ordinal()];
    }

    /** Hash of a number; never 0. */
    long of(Kind kind, long value) {
        return Mixer.nonZero(Mixer.mix(value, key(kind)));
    }

    /** Hash of an ordered pair of numbers; never 0. */
    long of(Kind kind, long first, long second) {
        return of(kind, Mixer.mix(first, second));
    }

    /** Hash that identifies an account, by the hash of its id, and orders subjects. */
    long account(long id) {
        return of(Kind.SUBJECT, id, 0);
    }

    /** The same of one end user of an account. */
    long endUser(long accountId, long id) {
        return of(Kind.SUBJECT, accountId, id);
    }

    /** Hash of a string, alike for every kind; 0 if there is none. */
    long string(@Nullable String value) {
        return value == null ? 0 : Mixer.nonZero(hasher.hashCharsToLong(value));
    }

    /** Hash of the bytes as they are, alike for every kind; 0 if there are none. */
    long bytes(Utf8 text) {
        return text.isEmpty() ? 0 : Mixer.nonZero(hasher.hashBytesToLong(text.bytes(), text.offset(), text.length()));
    }
}
