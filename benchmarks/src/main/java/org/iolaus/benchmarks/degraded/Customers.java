package org.iolaus.benchmarks.degraded;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Changes to what billing and sign-up know. */
final class Customers {
    private static final String PAYMENT = "payment_fingerprint";
    private static final int CARD_KINDS = 300;

    /** Ten days before any traffic that the simulator makes. */
    private static final Instant IMPORT = Instant.parse("2026-02-20T03:00:00Z");

    private static final int IMPORT_SECONDS = 7 * 60;

    private Customers() {}

    static void cardKind(ObjectNode account) {
        if (account.has(PAYMENT)) {
            account.put(
                    PAYMENT, "p:" + Draw.below(CARD_KINDS, account.path(PAYMENT).asString()));
        }
    }

    static void imported(ObjectNode account) {
        int seconds = Draw.below(
                IMPORT_SECONDS, "import " + account.path("account_id").asString());
        account.put("created", IMPORT.plusSeconds(seconds).toString()).remove(List.of(PAYMENT, "signup_ip"));
    }
}
