package org.iolaus.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iolaus.ingest.file.ReferenceLines;
import org.junit.jupiter.api.io.TempDir;

class PackedStreamFuzzTest {
    @TempDir
    static Path folder;

    /** A whole file is read like its unpacked bytes. Of a damaged one a part is, and then its damage is told. */
    @FuzzTest
    void read_anyPackedBytes_readsUpToTheDamageAndTellsIt(byte[] bytes) throws IOException, InterruptedException {
        if (!isPacked(bytes)) {
            return;
        }

        FuzzedFile file = new FuzzedFile(folder, bytes);

        ReferenceLines expected = file.expected();
        if (expected.damaged) {
            List<String> before = file.rejections.subList(0, file.rejections.size() - 1);
            assertThat(expected.items.subList(0, file.items.size())).isEqualTo(file.items);
            assertThat(expected.rejections.subList(0, before.size())).isEqualTo(before);
            assertThat(file.rejections.getLast()).containsAnyOf(ReferenceLines.DAMAGES.toArray(String[]::new));
        } else {
            assertThat(file.items).isEqualTo(expected.items);
            assertThat(file.rejections).isEqualTo(expected.rejections);
        }
    }

    private static boolean isPacked(byte[] bytes) {
        boolean gzip = bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        return gzip || (bytes.length >= 4 && Arrays.equals(bytes, 0, 4, Packed.zstd(""), 0, 4));
    }
}
