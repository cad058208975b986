package org.iolaus.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Lines of exchanges, plain and packed. */
final class Packed {
    private static final Instant FIRST = Instant.parse("2026-02-23T10:00:00Z");

    private Packed() {}

    /** One line without its end, {@code second} seconds after the first time. */
    static String line(String id, long second) {
        return "{\"id\":\"" + id + "\",\"time\":\"" + FIRST.plusSeconds(second)
                + "\",\"account_id\":\"a\",\"model\":\"m\",\"request\":{\"system\":\"s\"}}";
    }

    /** Lines with identifiers {@code from} to {@code to - 1}, a second apart. */
    static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append(line(String.valueOf(i), i)).append('\n');
        }
        return lines.toString();
    }

    static byte[] plain(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(String text) {
        return Zstd.compress(plain(text));
    }

    /** As {@code zstd --long=31}. */
    static byte[] longZstd(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed, 1)) {
            out.setLong(31);
            out.write(plain(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
