package org.iolaus.ingest.parse;

import static org.iolaus.ingest.parse.ReferenceExchanges.array;
import static org.iolaus.ingest.parse.ReferenceExchanges.known;
import static org.iolaus.ingest.parse.ReferenceExchanges.orElse;
import static org.iolaus.ingest.parse.ReferenceExchanges.required;
import static org.iolaus.ingest.parse.ReferenceExchanges.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.ingest.parse.JsonTree.Fields;
import org.jspecify.annotations.Nullable;

/** The slow exact reference of {@link AccountParser}, over the same tree as that of exchanges. */
final class ReferenceAccounts {
    private static final Set<String> FIELDS = Set.of(
            "account_id",
            "updated",
            "created",
            "organization_id",
            "type",
            "plan",
            "email_domain",
            "email_fingerprint",
            "payment_fingerprint",
            "payment_country",
            "phone_prefix",
            "signup_ip",
            "signup_country",
            "verification",
            "sanctioned_use");
    private static final ReferenceExchanges TIMES = new ReferenceExchanges(Instant.MIN, Instant.MAX);

    private ReferenceAccounts() {}

    /** Parses a line, or fails with an unchecked exception. */
    static Account parse(byte[] line) {
        Fields root = known(JsonTree.read(ReferenceExchanges.decoded(line)), FIELDS);
        String signupIp = text(root, "signup_ip");
        if (signupIp != null && !ReferenceAddresses.valid(signupIp)) {
            throw new IllegalArgumentException("signup_ip");
        }
        return new Account(
                required(text(root, "account_id")),
                micros(text(root, "updated")),
                micros(text(root, "created")),
                text(root, "organization_id"),
                type(text(root, "type")),
                text(root, "plan"),
                text(root, "email_domain"),
                text(root, "email_fingerprint"),
                text(root, "payment_fingerprint"),
                text(root, "payment_country"),
                text(root, "phone_prefix"),
                signupIp,
                text(root, "signup_country"),
                verification(orElse(text(root, "verification"), "none")),
                sanctionedUse(array(root, "sanctioned_use")));
    }

    private static long micros(@Nullable String time) {
        return time == null ? Long.MIN_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, TIMES.time(time));
    }

    private static Account.@Nullable Type type(@Nullable String name) {
        for (Account.Type type : Account.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        return null;
    }

    private static Account.Verification verification(String name) {
        for (Account.Verification verification : Account.Verification.values()) {
            if (verification.name().toLowerCase(Locale.ROOT).equals(name)) {
                return verification;
            }
        }
        throw new IllegalArgumentException("verification");
    }

    private static Set<String> sanctionedUse(@Nullable List<JsonTree> elements) {
        HashSet<String> uses = new HashSet<>();
        for (JsonTree element : elements == null ? List.<JsonTree>of() : elements) {
            String use = ReferenceExchanges.asText(element);
            if (use != null) {
                uses.add(use);
            }
        }
        return uses;
    }
}
