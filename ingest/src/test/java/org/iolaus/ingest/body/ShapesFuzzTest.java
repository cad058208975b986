package org.iolaus.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import org.iolaus.ingest.shape.Shape;

/** Whatever comes, a reader takes what is good, counts the rest, and throws nothing. */
class ShapesFuzzTest {
    private static final String LITELLM =
            "{\"id\":\"%s\",\"startTime\":1771840800.5,\"model\":\"m\",\"metadata\":{\"user_api_key_hash\":\"k\"}}";
    private static final String BEDROCK =
            "{\"schemaType\":\"ModelInvocationLog\",\"timestamp\":\"2026-02-23T10:00:00Z\","
                    + "\"accountId\":\"1\",\"requestId\":\"%s\",\"modelId\":\"m\"}";
    private static final String OTLP = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"%s\","
            + "\"startTimeUnixNano\":\"1771840800000000000\",\"attributes\":["
            + "{\"key\":\"gen_ai.request.model\",\"value\":{\"stringValue\":\"m\"}},"
            + "{\"key\":\"user.id\",\"value\":{\"stringValue\":\"a\"}}]}]}]}]}";

    @FuzzTest
    void read_anyBytesForLiteLlm_readsTheLinesAround(byte[] bytes) {
        check(Shape.LITELLM, bytes);
        between(Shape.LITELLM, LITELLM, bytes, "id=first", "id=last");
    }

    @FuzzTest
    void read_anyBytesForBedrock_readsTheLinesAround(byte[] bytes) {
        check(Shape.BEDROCK, bytes);
        between(Shape.BEDROCK, BEDROCK, bytes, "id=first", "id=last");
    }

    @FuzzTest
    void read_anyBytesForOtlpJson_readsTheLinesAround(byte[] bytes) {
        check(Shape.OTLP_JSON, bytes);
        between(Shape.OTLP_JSON, OTLP, bytes, "id=:first", "id=:last");
    }

    @FuzzTest
    void read_anyBytesForOtlpTraces_countsAll(byte[] bytes) {
        check(Shape.OTLP_TRACES, bytes);
    }

    @FuzzTest
    void read_anyBytesForOtlpLogs_countsAll(byte[] bytes) {
        check(Shape.OTLP_LOGS, bytes);
    }

    @FuzzTest
    void unpacked_anyBytes_isRefusedOrWithinTheBound(byte[] bytes) {
        try {
            assertThat(PackedBody.unpacked(bytes, 10_000)).hasSizeLessThanOrEqualTo(10_000);
        } catch (PackedBody.Refused e) {
            assertThat(e.reason()).startsWith("the body must be");
        }
    }

    private static Readings check(Shape shape, byte[] bytes) {
        Readings read = Readings.of(shape, bytes);
        assertThat(read.counts.accepted()).isEqualTo(read.exchanges.size());
        assertThat(read.counts.rejected()).isEqualTo(read.rejections.size());
        return read;
    }

    private static void between(Shape shape, String record, byte[] bytes, String first, String last) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(record.formatted("first").getBytes(UTF_8));
        body.write('\n');
        body.writeBytes(bytes);
        body.write('\n');
        body.writeBytes(record.formatted("last").getBytes(UTF_8));

        Readings read = check(shape, body.toByteArray());

        assertThat(read.exchanges).first().asString().contains(first + ",");
        assertThat(read.exchanges).last().asString().contains(last + ",");
    }
}
