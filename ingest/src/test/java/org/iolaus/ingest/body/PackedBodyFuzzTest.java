package org.iolaus.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class PackedBodyFuzzTest {
    @FuzzTest
    void unpacked_anyBytes_isRefusedOrWithinTheBound(byte[] bytes) {
        try {
            assertThat(PackedBody.unpacked(bytes, 10_000)).hasSizeLessThanOrEqualTo(10_000);
        } catch (PackedBody.Refused e) {
            assertThat(e.reason()).startsWith("the body must be");
        }
    }
}
