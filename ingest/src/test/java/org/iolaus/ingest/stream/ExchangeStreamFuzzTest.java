package org.iolaus.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import org.iolaus.ingest.file.ReferenceLines;
import org.junit.jupiter.api.io.TempDir;

class ExchangeStreamFuzzTest {
    @TempDir
    static Path folder;

    /** Each line of a plain file is read as if it were alone, whatever comes before it. */
    @FuzzTest
    void read_anyBytesBetweenGoodLines_readsEveryLineByItself(byte[] bytes) throws IOException, InterruptedException {
        byte[] first = Packed.plain(Packed.line("first", 0) + "\n");
        byte[] last = Packed.plain("\n" + Packed.line("last", 1));
        byte[] content = Packed.joined(Packed.joined(first, bytes), last);

        FuzzedFile file = new FuzzedFile(folder, content);

        ReferenceLines expected = file.expected();
        assertThat(file.items).isEqualTo(expected.items);
        assertThat(file.rejections).isEqualTo(expected.rejections);
        assertThat(file.items).last().asString().contains("id=last");
    }
}
