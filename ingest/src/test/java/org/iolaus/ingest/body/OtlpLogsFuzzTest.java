package org.iolaus.ingest.body;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iolaus.ingest.shape.Shape;

class OtlpLogsFuzzTest {
    @FuzzTest
    void read_anyBytes_countsAll(byte[] bytes) {
        AnyBytes.check(Shape.OTLP_LOGS, bytes);
    }
}
