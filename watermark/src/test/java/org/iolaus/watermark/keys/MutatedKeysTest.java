package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key rings, commitments and key ids with bytes changed, cut out and doubled: refused in words, or exactly as they were. */
class MutatedKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ALPHABET = "{}[]\":,\\/%0123456789aeEunlt+-.TZ \u0000\u00e9\u00ff";
    private static final int ROUNDS = 3000;

    @TempDir
    private Path folder = Path.of(".");

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void open_mutatedKeyRing_isRefusedOrTheSame() throws IOException {
        KeyEncryption encryption = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);
        KeyRing ring = KeyRing.generate("atlas", RANDOM)
                .rotate(
                        new MarkSettings(
                                new Scheme.SynthId(new ContextWindow(3), 20, Scheme.SynthId.Hash.SIP), "atlas-bpe"),
                        JANUARY,
                        JANUARY);
        byte[] written = KeyRingFile.of(ring, encryption, RANDOM).json().getBytes(UTF_8);
        KeyId id = KeyId.parse("atlas/1/account/a");
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<KeyRing> read = open(mutated(written), encryption);
            if (read.isPresent()) {
                assertThat(read.get().schedule()).isEqualTo(ring.schedule());
                assertThat(read.get().markKey(id)).isEqualTo(ring.markKey(id));
            } else {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void parse_mutatedCommitment_isRefusedOrWritesItself() {
        byte[] written =
                Commitment.to("atlas/1", Secret.random(RANDOM), JANUARY).json().getBytes(UTF_8);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try {
                Commitment read = Commitment.parse(new String(mutated(written), UTF_8));
                assertThat(Commitment.parse(read.json())).isEqualTo(read);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).containsAnyOf(" must ", " is missing", " is unknown here");
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void parse_mutatedKeyId_isRefusedOrWritesItself() {
        byte[] written = "atlas/12/account/caf%C3%A9/campaign/cmp-2026".getBytes(UTF_8);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = new String(mutated(written), UTF_8);
            try {
                assertThat(KeyId.parse(text)).hasToString(text);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).contains(" must ");
                refused++;
            }
        }

        assertThat(refused).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    private Optional<KeyRing> open(byte[] bytes, KeyEncryption encryption) {
        try {
            return Optional.of(KeyRingFile.read(Files.write(folder.resolve("ring.json"), bytes))
                    .open(encryption));
        } catch (IOException e) {
            assertThat(e.getMessage()).containsAnyOf(" must ", " is missing", " is unknown here");
            return Optional.empty();
        }
    }

    /** A copy with one to three changes: a byte replaced, a run of bytes cut out or doubled. */
    private byte[] mutated(byte[] bytes) {
        byte[] changed = bytes;
        for (int left = random.nextInt(1, 4); left > 0 && changed.length > 1; left--) {
            int from = random.nextInt(changed.length);
            int to = Math.min(changed.length, from + random.nextInt(1, 9));
            changed = switch (random.nextInt(4)) {
                case 0 -> joined(changed, from, to, 0);
                case 1 -> joined(changed, from, to, 2);
                default -> replaced(changed, from);
            };
        }
        return changed;
    }

    /** The bytes with those of a run so many times. */
    private static byte[] joined(byte[] bytes, int from, int to, int times) {
        String text = new String(bytes, ISO_8859_1);
        return (text.substring(0, from) + text.substring(from, to).repeat(times) + text.substring(to))
                .getBytes(ISO_8859_1);
    }

    private byte[] replaced(byte[] bytes, int at) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return changed;
    }
}
