package org.iolaus.ingest.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;

class AccountParserFuzzTest {
    @FuzzTest
    void parse_anyBytes_agreesWithReference(byte[] line) {
        Agreement.onAccount(line);
    }
}
