package org.iolaus.ingest.body;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iolaus.ingest.shape.Shape;

class LiteLlmFuzzTest {
    private static final String RECORD =
            "{\"id\":\"%s\",\"startTime\":1771840800.5,\"model\":\"m\",\"metadata\":{\"user_api_key_hash\":\"k\"}}";

    @FuzzTest
    void read_anyBytes_readsTheLinesAround(byte[] bytes) {
        AnyBytes.check(Shape.LITELLM, bytes);
        AnyBytes.between(Shape.LITELLM, RECORD, bytes, "id=");
    }
}
