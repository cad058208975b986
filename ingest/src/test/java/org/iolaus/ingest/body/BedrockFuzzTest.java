package org.iolaus.ingest.body;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iolaus.ingest.shape.Shape;

class BedrockFuzzTest {
    private static final String RECORD =
            "{\"schemaType\":\"ModelInvocationLog\",\"timestamp\":\"2026-02-23T10:00:00Z\","
                    + "\"accountId\":\"1\",\"requestId\":\"%s\",\"modelId\":\"m\"}";

    @FuzzTest
    void read_anyBytes_readsTheLinesAround(byte[] bytes) {
        AnyBytes.check(Shape.BEDROCK, bytes);
        AnyBytes.between(Shape.BEDROCK, RECORD, bytes, "id=");
    }
}
