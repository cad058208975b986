package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.iolaus.ingest.shape.Shape;

/** Whatever comes, a reader takes what is good, counts the rest, and throws nothing. */
final class AnyBytes {
    private AnyBytes() {}

    static Readings check(Shape shape, byte[] bytes) {
        Readings read = Readings.of(shape, bytes);
        assertThat(read.counts.accepted()).isEqualTo(read.exchanges.size());
        assertThat(read.counts.rejected()).isEqualTo(read.rejections.size());
        return read;
    }

    /** Puts the bytes between two good records, a line each, which are then read in spite of them. */
    static void between(Shape shape, String record, byte[] bytes, String field) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(record.formatted("first").getBytes(UTF_8));
        body.write('\n');
        body.writeBytes(bytes);
        body.write('\n');
        body.writeBytes(record.formatted("last").getBytes(UTF_8));

        Readings read = check(shape, body.toByteArray());

        assertThat(read.exchanges).first().asString().contains(field + "first,");
        assertThat(read.exchanges).last().asString().contains(field + "last,");
    }
}
