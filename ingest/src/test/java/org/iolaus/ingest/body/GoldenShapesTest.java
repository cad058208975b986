package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iolaus.ingest.shape.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenShapesTest {
    @ParameterizedTest
    @CsvSource({"litellm, LITELLM", "bedrock, BEDROCK", "otlp-traces, OTLP_JSON", "otlp-logs, OTLP_JSON"})
    void read_goldenInput_makesTheExchangesWrittenDown(String name, Shape shape) {
        Readings read = Readings.of(shape, Golden.bytes(name + ".input.json"));

        Readings expected = Readings.of(Shape.EXCHANGES, Golden.bytes(name + ".exchanges.jsonl"));
        assertThat(expected.rejections).isEmpty();
        assertThat(read.exchanges).containsExactlyElementsOf(expected.exchanges);
    }

    @ParameterizedTest
    @CsvSource({"litellm, LITELLM", "bedrock, BEDROCK", "otlp-traces, OTLP_JSON", "otlp-logs, OTLP_JSON"})
    void read_goldenInput_tellsAndCountsTheRest(String name, Shape shape) {
        Readings read = Readings.of(shape, Golden.bytes(name + ".input.json"));

        List<String> expected = new String(Golden.bytes(name + ".rejections.txt"), UTF_8)
                .lines()
                .toList();
        assertThat(read.rejections).containsExactlyElementsOf(expected.subList(0, expected.size() - 1));
        assertThat("skipped " + read.counts.skipped()).isEqualTo(expected.getLast());
        assertThat(read.counts.rejected()).isEqualTo(read.rejections.size());
        assertThat(read.counts.accepted()).isEqualTo(read.exchanges.size());
    }

    @ParameterizedTest
    @CsvSource({"otlp-traces, OTLP_TRACES", "otlp-logs, OTLP_LOGS"})
    void read_goldenInputInProtobuf_makesWhatJsonMakes(String name, Shape shape) {
        byte[] json = Golden.bytes(name + ".input.json");

        Readings read = Readings.of(shape, ProtobufOtlp.of(json));

        Readings expected = Readings.of(Shape.OTLP_JSON, json);
        assertThat(read.exchanges).containsExactlyElementsOf(expected.exchanges);
        assertThat(read.rejections).containsExactlyElementsOf(expected.rejections);
        assertThat(read.counts).isEqualTo(expected.counts);
    }
}
