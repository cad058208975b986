package org.iolaus.ingest.body;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iolaus.ingest.shape.Shape;

class OtlpJsonFuzzTest {
    private static final String RECORD = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"%s\","
            + "\"startTimeUnixNano\":\"1771840800000000000\",\"attributes\":["
            + "{\"key\":\"gen_ai.request.model\",\"value\":{\"stringValue\":\"m\"}},"
            + "{\"key\":\"user.id\",\"value\":{\"stringValue\":\"a\"}}]}]}]}]}";

    @FuzzTest
    void read_anyBytes_readsTheLinesAround(byte[] bytes) {
        AnyBytes.check(Shape.OTLP_JSON, bytes);
        AnyBytes.between(Shape.OTLP_JSON, RECORD, bytes, "id=:");
    }
}
