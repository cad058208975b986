package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyEncryptionTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void unwrap_whatWasWrapped_comesBackUnderTheSameKeyOnly() throws IOException {
        LocalKeyEncryption first = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);
        LocalKeyEncryption second = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);
        byte[] wrapped = first.wrap(new byte[32]);

        assertThat(first.unwrap(wrapped)).containsOnly(0);
        assertThatThrownBy(() -> second.unwrap(wrapped)).hasMessageContaining("must be wrapped by key-encryption key");
        assertThatThrownBy(() -> first.unwrap(new byte[3])).isInstanceOf(IOException.class);
    }

    @Test
    void wrap_sameKeyTwice_looksDifferent() {
        LocalKeyEncryption encryption = new LocalKeyEncryption(Secret.random(RANDOM), RANDOM);

        assertThat(encryption.wrap(new byte[32])).isNotEqualTo(encryption.wrap(new byte[32]));
    }

    @Test
    void inFile_newKey_isRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), LocalKeyEncryption.newKey(RANDOM));
        String digits = Files.readString(file).strip();

        LocalKeyEncryption encryption = LocalKeyEncryption.inFile(file, RANDOM);

        assertThat(encryption.id()).matches("local:[0-9a-f]{8}");
        assertThat(encryption).hasToString(encryption.id());
        assertThat(digits).doesNotContain(encryption.id().substring("local:".length()));
    }

    @Test
    void inFile_somethingElse_isRefusedWithoutShowingIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kek"), "hunter2");

        assertThatThrownBy(() -> LocalKeyEncryption.inFile(file, RANDOM))
                .hasMessageStartingWith("key-encryption key in " + file + " must be 64 hexadecimal digits\nMaybe ");
    }

    @Test
    void inEnvironment_notSet_saysWhereToPutIt() {
        assertThatThrownBy(() -> LocalKeyEncryption.inEnvironment(Map.of(), RANDOM))
                .hasMessageContaining(LocalKeyEncryption.VARIABLE);
    }
}
