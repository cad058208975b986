package org.iolaus.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.ingest.file.ReferenceLines;
import org.iolaus.ingest.parse.AccountParser;
import org.junit.jupiter.api.io.TempDir;

class AccountReaderFuzzTest {
    private static final int MAX_LINE_BYTES = 1 << 20;

    @TempDir
    static Path folder;

    /** The first line keeps the file from being a packed one. */
    @FuzzTest
    void read_anyBytesBetweenGoodLines_readsEveryLineByItself(byte[] bytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("{\"account_id\":\"first\"}\n".getBytes(UTF_8));
        content.writeBytes(bytes);
        content.writeBytes("\n{\"account_id\":\"last\"}".getBytes(UTF_8));
        Path file = folder.resolve("fuzzed.jsonl");
        Files.deleteIfExists(file);
        Files.write(file, content.toByteArray());
        List<String> accounts = new ArrayList<>();
        List<String> rejections = new ArrayList<>();

        AccountReader.read(
                List.of(file), a -> accounts.add(a.toString()), r -> rejections.add(r.line() + " " + r.reason()));

        ReferenceLines expected = new ReferenceLines(
                content.toByteArray(), MAX_LINE_BYTES, line -> new AccountParser().parse(line, 0, line.length));
        assertThat(accounts).isEqualTo(expected.items);
        assertThat(rejections).isEqualTo(expected.rejections);
        assertThat(accounts).last().asString().contains("accountId=last");
    }
}
