package org.iolaus.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    private static final String EXCHANGE = "{\"id\":\"x\",\"time\":\"2026-02-23T10:00:00Z\",\"request\":{}}\n";

    @TempDir
    private Path folder = Path.of("");

    private List<String> found(@Nullable Shape shape) throws IOException {
        return InputFiles.exchanges(List.of(folder), shape).stream()
                .map(file -> folder.relativize(file.path()) + " " + file.shape().label())
                .toList();
    }

    private static byte[] delimited() {
        byte[] message = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder()
                                        .setTraceId(ByteString.copyFrom(new byte[16]))
                                        .setSpanId(ByteString.copyFrom(new byte[8])))))
                .build()
                .toByteArray();
        return ByteBuffer.allocate(4 + message.length)
                .putInt(message.length)
                .put(message)
                .array();
    }

    @Test
    void exchanges_folder_takesOtlpInProtobufBesideLines() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), EXCHANGE);
        Files.write(folder.resolve("b.pb"), delimited());
        Files.write(folder.resolve("c.binpb.zst"), Zstd.compress(delimited()));
        Files.write(folder.resolve("d.pb"), new byte[] {8, 1, 18, 3, 97, 98, 99});
        Files.writeString(folder.resolve("e.txt"), EXCHANGE);

        assertThat(found(null)).containsExactly("a.jsonl exchanges", "b.pb otlp-traces", "c.binpb.zst otlp-traces");
    }

    @Test
    void exchanges_folderAndAShapeOfLines_leavesProtobufOut() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), EXCHANGE);
        Files.write(folder.resolve("b.pb"), delimited());

        assertThat(found(Shape.LITELLM)).containsExactly("a.jsonl litellm");
    }

    @Test
    void exchanges_folderWithoutAny_saysWhatItMustHold() throws IOException {
        Files.write(folder.resolve("d.pb"), new byte[] {8, 1, 18, 3, 97, 98, 99});

        assertThatThrownBy(() -> found(null)).hasMessageContainingAll("holds no exchanges", ".jsonl", ".pb");
    }
}
