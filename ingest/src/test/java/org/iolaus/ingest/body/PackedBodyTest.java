package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeReader;
import org.junit.jupiter.api.Test;

class PackedBodyTest {
    private static final byte[] TEXT = "two\nlines".getBytes(UTF_8);

    @Test
    void unpacked_plainGzipAndZstd_givesTheBytes() throws Exception {
        assertThat(PackedBody.unpacked(TEXT, 100)).isSameAs(TEXT);
        assertThat(PackedBody.unpacked(gzip(TEXT), 100)).isEqualTo(TEXT);
        assertThat(PackedBody.unpacked(Zstd.compress(TEXT), TEXT.length)).isEqualTo(TEXT);
    }

    @Test
    void unpacked_moreThanTheBound_isRefusedAsTooLarge() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(bomb.length).isLessThan(1_000_000);
        for (byte[] body : List.of(new byte[1001], gzip(new byte[1001]), bomb, Zstd.compress(new byte[50_000_000]))) {
            assertThatThrownBy(() -> PackedBody.unpacked(body, 1000))
                    .isInstanceOfSatisfying(PackedBody.Refused.class, e -> {
                        assertThat(e.tooLarge()).isTrue();
                        assertThat(e.reason()).isEqualTo("the body must be at most 1000 bytes when unpacked");
                    });
        }
    }

    @Test
    void unpacked_cutOff_isRefusedAsDamaged() throws IOException {
        byte[] packed = gzip(TEXT);
        byte[] cut = Arrays.copyOf(packed, packed.length - 3);

        assertThatThrownBy(() -> PackedBody.unpacked(cut, 1000))
                .isInstanceOfSatisfying(
                        PackedBody.Refused.class, e -> assertThat(e.tooLarge()).isFalse());
    }

    @Test
    void unpacked_zstdWithAHugeWindow_isRefusedBeforeItIsAllocated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.setLong(27);
            zstd.write(new byte[100]);
        }

        assertThatThrownBy(() -> PackedBody.unpacked(out.toByteArray(), 1000))
                .isInstanceOf(PackedBody.Refused.class)
                .hasMessageContaining("must be whole");
    }

    @Test
    void read_ourLines_countsAndNumbersThem() {
        String good = "{\"id\":\"1\",\"time\":\"2026-02-23T10:00:00Z\",\"account_id\":\"a\",\"model\":\"m\","
                + "\"request\":{\"system\":\"s\"}}";

        Readings read = Readings.of(Shape.EXCHANGES, good + "\n\n{}\r\n" + good);

        assertThat(read.counts.accepted()).isEqualTo(2);
        assertThat(read.rejections).containsExactly("3 time is missing and must be given");
        assertThat(read.exchanges).first().asString().contains("source=gateway-1");
    }

    @Test
    void read_fromManyThreads_readsAsFromOne() throws InterruptedException, ExecutionException {
        ShapeReader reader = new LinesReader();
        byte[] body = Golden.bytes("litellm.exchanges.jsonl");
        List<String> expected = new Readings(reader, body).exchanges;
        Callable<List<String>> reading = () -> new Readings(reader, body).exchanges;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                results.add(threads.submit(reading));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void read_accounts_countsAndNumbersThem() {
        List<String> accounts = new ArrayList<>();
        List<String> rejections = new ArrayList<>();

        AccountLines.read(
                "{\"account_id\":\"a\"}\n{}\n".getBytes(UTF_8),
                "here",
                account -> accounts.add(account.accountId()),
                rejection -> rejections.add(rejection.line() + " " + rejection.reason()));

        assertThat(accounts).containsExactly("a");
        assertThat(rejections).containsExactly("2 account_id is missing and must be given");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
