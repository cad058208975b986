package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
    private static final String RECORD =
            "{\"id\":\"%s\",\"startTime\":1771840800.5,\"model\":\"m\",\"metadata\":{\"user_api_key_hash\":\"k\"}}";
    private static final String FIRST = RECORD.formatted("1");
    private static final String SECOND = RECORD.formatted("2");

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "%s\n%s", "%s\r\n\n%s\n", " \n%s\n%s"})
    void read_arrayOrLines_readsEachRecord(String body) {
        Readings read = Readings.of(Shape.LITELLM, body.formatted(FIRST, SECOND));

        assertThat(read.rejections).isEmpty();
        assertThat(read.exchanges).hasSize(2).first().asString().contains("id=1");
    }

    @Test
    void read_oneRecordOverSeveralLines_readsIt() {
        Readings read = Readings.of(Shape.LITELLM, FIRST.replace(",", ",\n  ").replace("}", "\n}"));

        assertThat(read.exchanges).hasSize(1);
    }

    @Test
    void read_secondLineIsGarbage_readsTheOthers() {
        assertThat(Readings.of(Shape.LITELLM, FIRST + "\ngarbage\n" + SECOND).exchanges)
                .hasSize(2);
    }

    @Test
    void read_brokenLine_readsTheNextAndNumbersIt() {
        Readings read = Readings.of(Shape.LITELLM, FIRST + "\n{\"id\":secret\n\n" + SECOND);

        assertThat(read.exchanges).hasSize(2);
        assertThat(read.rejections).containsExactly("2 byte 7 must continue a JSON value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "[]"})
    void read_nothing_makesNothing(String body) {
        Readings read = Readings.of(Shape.LITELLM, body);

        assertThat(read.exchanges).isEmpty();
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void read_tooDeep_isRejectedAndNamesTheBound() {
        Readings read = Readings.of(Shape.LITELLM, "{\"a\":" + "[".repeat(100_000));

        assertThat(read.rejections)
                .containsExactly("1 the record must be JSON of at most 128 levels with numbers of at most 100 digits");
    }

    @Test
    void read_messagesDeepInAText_areAsIfHidden() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        String span = """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"01","spanId":"02","startTimeUnixNano":"1771840800000000000",
                "attributes":[{"key":"gen_ai.request.model","value":{"stringValue":"m"}},
                {"key":"user.id","value":{"stringValue":"a"}},
                {"key":"gen_ai.input.messages","value":{"stringValue":"%s"}}]}]}]}]}""".formatted(deep);

        Readings read = Readings.of(Shape.OTLP_JSON, span);

        assertThat(read.rejections).isEmpty();
        assertThat(read.exchanges).hasSize(1).first().asString().contains("turn=[]");
    }

    @Test
    void read_otherAttributeNames_takesIdentityFromThem() {
        AttributeNames names = AttributeNames.with(Map.of("account", List.of("tenant"), "ja4", List.of("h.ja4")));
        String log = """
                {"schemaType":"ModelInvocationLog","timestamp":"2026-02-23T10:00:00Z","accountId":"1","requestId":"r",
                "modelId":"m","requestMetadata":{"tenant":"t-1","account.id":"other","h.ja4":"t13d"}}""";

        Readings read = new Readings(ShapeReaders.of(Shape.BEDROCK, names), log.getBytes(UTF_8));

        assertThat(read.exchanges).first().asString().contains("accountId=t-1", "ja4=t13d");
    }

    @Test
    void read_otlpOfMetrics_isNothingForUs() {
        assertThat(Readings.of(Shape.OTLP_JSON, "{\"resourceMetrics\":[]}").rejections)
                .isEmpty();
        assertThat(Readings.of(Shape.OTLP_JSON, "{\"spans\":[]}").rejections)
                .containsExactly("1 the record must have resourceSpans or resourceLogs");
        assertThat(Readings.of(Shape.OTLP_TRACES, "no protobuf").rejections)
                .containsExactly("0 the record must be an ExportTraceServiceRequest in protobuf");
    }
}
