package org.iolaus.ingest.parse;

import static org.iolaus.ingest.parse.FieldReader.required;

import org.iolaus.detection.exchange.Review;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.jspecify.annotations.Nullable;

/** Parses people's decisions from lines of JSON. Not thread-safe. */
public final class ReviewParser {
    private static final FieldTable FIELDS = FieldTable.of("account_id", "end_user_id", "outcome", "time", "until");
    private static final FieldTable OUTCOMES = FieldTable.of("confirmed", "overturned");

    private final FieldReader in = new FieldReader();
    private final JsonScanner scanner = in.scanner;
    private final ObjectFields fields = new ObjectFields(in, FIELDS);

    /**
     * Parses the line in {@code [from, to)}.
     *
     * @throws LineRejection if the line breaks the format
     */
    public Review parse(byte[] bytes, int from, int to) throws LineRejection {
        String accountId = null;
        String endUserId = null;
        Review.Outcome outcome = null;
        long timeMicros = Times.INVALID;
        long untilMicros = Times.INVALID;
        in.begin(bytes, from, to);
        for (int field = fields.first(); field != ObjectFields.END; field = fields.next()) {
            switch (field) {
                case 0 -> accountId = in.repeated("account_id");
                case 1 -> endUserId = in.repeated("end_user_id");
                case 2 -> outcome = outcome();
                case 3 -> timeMicros = in.time("time");
                case 4 -> untilMicros = in.time("until");
                default -> scanner.skipValue();
            }
        }
        in.end();
        return review(required(accountId, "account_id"), endUserId, outcome, timeMicros, untilMicros);
    }

    private static Review review(
            String accountId,
            @Nullable String endUserId,
            Review.@Nullable Outcome outcome,
            long timeMicros,
            long untilMicros)
            throws LineRejection {
        if (outcome == null) {
            throw new LineRejection("outcome is missing and must be given");
        }
        if (timeMicros == Times.INVALID) {
            throw new LineRejection("time is missing and must be given");
        }
        long end = untilMicros == Times.INVALID ? Long.MAX_VALUE : untilMicros;
        if (end <= timeMicros) {
            throw new LineRejection("until must be after time");
        }
        return new Review(accountId, endUserId, outcome, timeMicros, end);
    }

    private Review.@Nullable Outcome outcome() throws LineRejection {
        if (!in.slice("outcome")) {
            return null;
        }
        int index = in.field(OUTCOMES);
        if (index == FieldTable.UNKNOWN) {
            throw in.rejected("outcome", in.shownSlice(), "must be confirmed or overturned");
        }
        return Review.Outcome.values()[index];
    }
}
