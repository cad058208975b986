package org.iolaus.ingest.parse;

import static org.iolaus.ingest.parse.FieldReader.required;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.jspecify.annotations.Nullable;

/**
 * Parses account facts from lines of JSON. An unknown type of customer counts as none given; an unknown verification
 * sets the line aside, because trust hangs on it. Not thread-safe.
 */
public final class AccountParser {
    private static final FieldTable FIELDS = FieldTable.of(
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
    private static final FieldTable TYPES =
            FieldTable.of("individual", "education", "research", "startup", "enterprise", "reseller", "internal");
    private static final FieldTable VERIFICATIONS =
            FieldTable.of("none", "email", "payment", "identity", "organization");

    private final FieldReader in = new FieldReader();
    private final JsonScanner scanner = in.scanner;
    private final ObjectFields fields = new ObjectFields(in, FIELDS);
    private final @Nullable String[] texts = new @Nullable String[15];
    private long updatedMicros;
    private long createdMicros;
    private Account.@Nullable Type type;
    private Verification verification = Verification.NONE;
    private final Set<String> sanctionedUse = new HashSet<>();

    /**
     * Parses the line in {@code [from, to)}.
     *
     * @throws LineRejection if the line breaks the format
     */
    public Account parse(byte[] bytes, int from, int to) throws LineRejection {
        clear();
        in.begin(bytes, from, to);
        for (int field = fields.first(); field != ObjectFields.END; field = fields.next()) {
            read(field);
        }
        in.end();
        return new Account(
                required(texts[0], "account_id"),
                updatedMicros,
                createdMicros,
                texts[3],
                type,
                texts[5],
                texts[6],
                texts[7],
                texts[8],
                texts[9],
                texts[10],
                texts[11],
                texts[12],
                verification,
                sanctionedUse);
    }

    private void clear() {
        Arrays.fill(texts, null);
        updatedMicros = Long.MIN_VALUE;
        createdMicros = Long.MIN_VALUE;
        type = null;
        verification = Verification.NONE;
        sanctionedUse.clear();
    }

    private void read(int field) throws LineRejection {
        switch (field) {
            case FieldTable.UNKNOWN -> scanner.skipValue();
            case 1 -> updatedMicros = in.time("updated");
            case 2 -> createdMicros = in.time("created");
            case 4 -> type = type();
            case 11 -> texts[11] = in.address("signup_ip");
            case 13 -> verification = verification();
            case 14 -> sanctionedUse();
            default -> texts[field] = in.repeated(FIELDS.name(field));
        }
    }

    private Account.@Nullable Type type() throws LineRejection {
        if (!in.slice("type")) {
            return null;
        }
        int index = in.field(TYPES);
        return index == FieldTable.UNKNOWN ? null : Account.Type.values()[index];
    }

    private Verification verification() throws LineRejection {
        if (!in.slice("verification")) {
            return Verification.NONE;
        }
        int index = in.field(VERIFICATIONS);
        if (index == FieldTable.UNKNOWN) {
            throw in.rejected(
                    "verification", in.shownSlice(), "must be none, email, payment, identity or organization");
        }
        return Verification.values()[index];
    }

    private void sanctionedUse() throws LineRejection {
        if (!in.array("sanctioned_use")) {
            return;
        }
        for (boolean more = scanner.firstElement(); more; more = scanner.nextElement()) {
            String use = in.repeated("sanctioned_use");
            if (use != null) {
                sanctionedUse.add(use);
            }
        }
    }
}
