package org.iolaus.ingest.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;

class ExchangeParserFuzzTest {
    @FuzzTest
    void parse_anyBytes_agreesWithReference(byte[] line) {
        Agreement.onExchange(line);
    }
}
