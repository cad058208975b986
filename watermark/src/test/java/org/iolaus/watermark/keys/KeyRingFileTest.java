package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final KeyId ID = KeyId.parse("atlas/2/account/a");

    @TempDir
    private Path folder = Path.of(".");

    private final KeyEncryption encryption = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);
    private final KeyRing ring = KeyRing.generate("atlas", RANDOM)
            .rotate(new MarkSettings(Scheme.Gumbel.STANDARD, MarkSettings.WORDS), JANUARY, JANUARY)
            .rotate(
                    new MarkSettings(
                            new Scheme.SynthId(new ContextWindow(3), 20, Scheme.SynthId.Hash.SIP), "atlas-bpe"),
                    JANUARY.plusSeconds(1),
                    JANUARY);
    private String json = "";

    @BeforeEach
    void seal() throws IOException {
        json = KeyRingFile.of(ring, encryption, RANDOM).json();
    }

    @Test
    void open_whatWasSealed_derivesTheSameKeys() throws IOException {
        KeyRingFile file = KeyRingFile.read(write(json));

        assertThat(file.schedule()).isEqualTo(ring.schedule());
        assertThat(file.open(encryption).markKey(ID)).isEqualTo(ring.markKey(ID));
    }

    @Test
    void json_ring_holdsNoSecretInTheClear() {
        assertThat(json)
                .doesNotContain(HexFormat.of().formatHex(ring.secret().copy()))
                .contains("\"tokenizer\": \"atlas-bpe\"");
    }

    @Test
    void open_otherKeyEncryptionKey_namesBoth() throws IOException {
        KeyEncryption other = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);
        KeyRingFile file = KeyRingFile.read(write(json));

        assertThatThrownBy(() -> file.open(other))
                .hasMessage("key-encryption key " + other.id() + " must be " + encryption.id() + ", which sealed it"
                        + "\nMaybe name another file or variable.");
    }

    @Test
    void open_changedEpoch_isRefused() throws IOException {
        KeyRingFile file = KeyRingFile.read(write(json.replace("\"window\": 4", "\"window\": 5")));

        assertThatThrownBy(() -> file.open(encryption))
                .hasMessage("what stands beside the sealed secret must be as it was written"
                        + "\nMaybe restore it from a backup.");
    }

    @Test
    void read_bytesThatAreNoText_areNamedWithTheFile() throws IOException {
        Path file = Files.write(folder.resolve("ring.json"), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> KeyRingFile.read(file))
                .hasMessageContaining("ring.json must be a key ring in UTF-8\nMaybe");
    }

    @Test
    void read_aFolder_isNamed() {
        assertThatThrownBy(() -> KeyRingFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void read_cutShort_saysWhereItEnds() {
        refused(json.substring(0, 40), "key ring must be JSON without repeated fields, but is not from line ");
    }

    @Test
    void open_anyBitOfTheSealedSecretChanged_isRefused() throws IOException {
        int at = json.indexOf("\"sealed_secret\": \"") + "\"sealed_secret\": \"".length() + 20;
        String changed = json.substring(0, at) + (json.charAt(at) == 'A' ? 'B' : 'A') + json.substring(at + 1);

        assertThatThrownBy(() -> KeyRingFile.read(write(changed)).open(encryption))
                .isInstanceOf(IOException.class);
    }

    @Test
    void read_fieldsThatBreakRules_areNamedWithFileValueAndRule() {
        refused(json.replace("iolaus-watermark-keys", "other"), "format \"other\" must be iolaus-watermark-keys");
        refused(json.replace("\"window\": 4", "\"window\": 99"), "width is 99, must be from 1 to 16");
        refused(json.replace("\"window\": 4", "\"window\": \"4\""), "epochs[0].window \"4\" must be a whole number");
        refused(
                json.replace("\"scheme\": \"gumbel\"", "\"scheme\": \"kgw\""),
                "epochs[0].scheme \"kgw\" must be gumbel or synthid");
        refused(json.replace("\"epoch\": 2", "\"epoch\": 3"), "epoch 3 must be number 2");
        refused(json.replace("\"tokenizer\": \"words\",", ""), "epochs[0].tokenizer is missing");
        refused(json.replace("\"provider\": \"atlas\"", "\"provider\": \"hermes\""), "must be to hermes/1");
        refused(
                json.replace("\"sealed_secret\": \"", "\"sealed_secret\": \"?"),
                "sealed.sealed_secret must be base64 text");
        refused(json.replace("\"provider\"", "\"colour\": \"red\", \"provider\""), "key ring.colour is unknown here");
    }

    private void refused(String changed, String message) {
        assertThat(changed).isNotEqualTo(json);
        assertThatThrownBy(() -> KeyRingFile.read(write(changed)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ring.json: ")
                .hasMessageContaining(message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("ring.json"), text);
    }
}
