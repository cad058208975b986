package org.iolaus.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iolaus.ingest.IngestConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeStreamFormatTest {
    private static final String LINES = Packed.lines(0, 1_000);

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        String half = Packed.lines(0, 500);
        String rest = Packed.lines(500, 1_000);
        return Stream.of(
                Arguments.of("plain.jsonl", Packed.plain(LINES)),
                Arguments.of("plain.json", Packed.plain(LINES)),
                Arguments.of("noend.ndjson", Packed.plain(LINES.strip())),
                Arguments.of("windows.jsonl", Packed.plain("\ufeff" + LINES.replace("\n", "\r\n\r\n"))),
                Arguments.of("a.jsonl.gz", Packed.gzip(LINES)),
                Arguments.of("two.jsonl.gz", Packed.joined(Packed.gzip(half), Packed.gzip(rest))),
                Arguments.of("a.jsonl.zst", Packed.zstd(LINES)),
                Arguments.of("two.jsonl.zst", Packed.joined(Packed.zstd(half), Packed.zstd(rest))),
                Arguments.of("long.jsonl.zst", Packed.longZstd(LINES)),
                Arguments.of("misnamed.jsonl", Packed.zstd(LINES)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void read_format_deliversEveryLine(String name, byte[] content) throws Exception {
        Collected collected = Collected.read(file(name, content));

        assertThat(collected.ids).isEqualTo(ids(1_000));
        assertThat(collected.reasons()).isEmpty();
        assertThat(collected.counts).isEqualTo(Collected.counts(1, 1_000, 1_000, 0));
    }

    static Stream<Arguments> packings() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(Packed.line(i + "-" + random.nextLong(), i)).append('\n');
        }
        String text = lines.toString();
        return Stream.of(
                Arguments.of("cut.jsonl.gz", Packed.gzip(text)), Arguments.of("cut.jsonl.zst", Packed.zstd(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packings")
    void read_truncated_countsWhatIsBeforeTheCutAndGoesOn(String name, byte[] whole) throws Exception {
        Path cut = file(name, Arrays.copyOf(whole, whole.length * 3 / 4));
        Path next = file("next.jsonl", Packed.plain(Packed.lines(0, 10)));

        Collected collected = Collected.read(cut, next);

        assertThat(collected.ids).hasSizeBetween(3_000, 4_500).contains("9");
        long read = collected.ids.size() - 10L;
        assertThat(collected.rejections).hasSize(1);
        assertThat(collected.reasons().getFirst())
                .startsWith(name + ":" + (read + 1) + " the file must be whole but is cut off or damaged here: ");
    }

    static Stream<Arguments> members() {
        byte[] first = Packed.gzip(Packed.lines(0, 5));
        byte[] firstZstd = Packed.zstd(Packed.lines(0, 5));
        return Stream.of(
                Arguments.of("two.jsonl.gz", Packed.joined(first, Packed.gzip(Packed.lines(5, 10))), first.length),
                Arguments.of(
                        "two.jsonl.zst", Packed.joined(firstZstd, Packed.zstd(Packed.lines(5, 10))), firstZstd.length));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("members")
    void read_cutAnywhere_tellsIt(String name, byte[] whole, int firstEnd) throws Exception {
        for (int length = 5; length < whole.length; length++) {
            Collected collected = Collected.read(file(name, Arrays.copyOf(whole, length)));

            assertThat(collected.ids).isEqualTo(ids(collected.ids.size()));
            assertThat(collected.rejections).as("cut at " + length).hasSize(length == firstEnd ? 0 : 1);
        }
    }

    @Test
    void read_damagedHeaderOfSecondMember_isTold() throws Exception {
        byte[] first = Packed.gzip(Packed.lines(0, 5));
        byte[] content = Packed.joined(first, Packed.gzip(Packed.lines(5, 10)));
        content[first.length + 1] ^= 4;

        Collected collected = Collected.read(file("two.jsonl.gz", content));

        assertThat(collected.ids).isEqualTo(ids(5));
        assertThat(collected.reasons())
                .containsExactly(
                        "two.jsonl.gz:6 the file must be whole but is cut off or damaged here: what follows byte "
                                + first.length + " must be gzip too");
    }

    @Test
    void read_zerosAfterLastMember_areIgnored() throws Exception {
        byte[] content = Packed.joined(Packed.gzip(Packed.lines(0, 5)), new byte[512]);

        Collected collected = Collected.read(file("padded.jsonl.gz", content));

        assertThat(collected.ids).isEqualTo(ids(5));
        assertThat(collected.reasons()).isEmpty();
    }

    @Test
    void read_badLines_areSetAsideWithFileLineAndReason() throws Exception {
        String text = Packed.line("0", 0) + "\n\n  \nnot json\n" + Packed.line("1", 1) + "\n{\"id\":\n"
                + Packed.line("2", 2).replace("2026", "1970") + "\n[]\n" + Packed.line("3", 3);

        Collected collected = Collected.read(file("bad.jsonl", Packed.plain(text)));

        assertThat(collected.ids).containsExactly("0", "1", "3");
        assertThat(collected.reasons())
                .containsExactly(
                        "bad.jsonl:4 the line must be a JSON object",
                        "bad.jsonl:6 malformed JSON at byte 7: a value must follow",
                        "bad.jsonl:7 time 1970-02-23T10:00:02Z must not be before 2015-01-01T00:00:00Z",
                        "bad.jsonl:8 the line must be a JSON object");
        assertThat(collected.counts).isEqualTo(Collected.counts(1, 7, 3, 4));
    }

    @Test
    void read_lineTooLong_isSetAsideInBoundedMemory() throws Exception {
        Path file = folder.resolve("long.jsonl");
        try (var out = Files.newOutputStream(file)) {
            out.write(Packed.plain(Packed.lines(0, 10)));
            byte[] piece = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(piece);
            }
            out.write(Packed.plain("\n" + Packed.lines(10, 20)));
        }
        IngestConfig config = IngestConfig.of(2, Collected.START).withSizes(1 << 20, 1 << 12);

        Collected collected = Collected.read(List.of(file), config);

        assertThat(collected.ids).isEqualTo(ids(20));
        assertThat(collected.reasons()).containsExactly("long.jsonl:11 the line must be at most 1048576 bytes long");
    }

    @Test
    void read_lineTooLongAtEnd_isSetAside() throws Exception {
        Path file = file("long.jsonl", Packed.plain(Packed.lines(0, 3) + "y".repeat(10_000)));

        Collected collected = Collected.read(
                List.of(file), IngestConfig.of(1, Collected.START).withSizes(500, 64));

        assertThat(collected.ids).isEqualTo(ids(3));
        assertThat(collected.reasons()).containsExactly("long.jsonl:4 the line must be at most 500 bytes long");
    }

    @Test
    void read_emptyFile_isSaid() throws Exception {
        Collected collected = Collected.read(file("empty.jsonl", new byte[0]));

        assertThat(collected.reasons()).containsExactly("empty.jsonl:0 the file must hold exchanges but is empty");
    }

    @Test
    void read_folder_takesExchangesAloneSortedByPath() throws Exception {
        file("b/2.jsonl.gz", Packed.gzip(Packed.lines(3, 6)));
        file("a/1.jsonl", Packed.plain(Packed.lines(0, 3)));
        file("accounts.jsonl", Packed.plain("{\"account_id\":\"a\",\"created\":\"2026-01-01T00:00:00Z\"}\n"));
        file("labels.jsonl", Packed.plain("{\"account_id\":\"a\",\"campaign\":null}\n"));
        file("truth.json", Packed.plain("{\"campaigns\":[]}"));
        file("releases.jsonl", Packed.plain("{\"model\":\"m\",\"released\":\"2026-01-01T00:00:00Z\"}"));
        file("notes.txt", Packed.plain("hello"));

        Collected collected = Collected.read(folder);

        assertThat(collected.events).contains("a/0@1771840800000000", "b/3@1771840803000000");
        assertThat(collected.ids).isEqualTo(ids(6));
        assertThat(collected.counts).isEqualTo(Collected.counts(2, 6, 6, 0));
    }

    @Test
    void read_folderWithoutExchanges_fails() throws Exception {
        file("accounts.jsonl", Packed.plain("{\"account_id\":\"a\"}\n"));

        assertThatThrownBy(() -> Collected.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no exchanges");
    }

    @Test
    void read_missingFile_fails() {
        assertThatThrownBy(() -> Collected.read(folder.resolve("none.jsonl")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("exchanges must be a file or folder that exists");
    }

    private Path file(String name, byte[] content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, content);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}
