package org.iolaus.ingest.parse;

import static org.iolaus.ingest.parse.FieldReader.required;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.jspecify.annotations.Nullable;

/**
 * Parses exchanges from lines of JSON without a tree. Texts of the answer point into the line or into a buffer of the
 * parser, so they are valid until the next call. Not thread-safe: one parser a worker.
 */
public final class ExchangeParser {
    private static final FieldTable FIELDS = FieldTable.of(
            "id",
            "time",
            "account_id",
            "organization_id",
            "api_key_id",
            "pathway",
            "operation",
            "model",
            "conversation_id",
            "end_user_id",
            "provider",
            "source",
            "network",
            "request",
            "response",
            "usage",
            "status");
    private static final FieldTable NETWORK = FieldTable.of("ip", "asn", "country", "ja4", "user_agent");
    private static final FieldTable RESPONSE = FieldTable.of("text", "reasoning", "finish_reason", "refused");
    private static final FieldTable USAGE = FieldTable.of("input_tokens", "output_tokens", "reasoning_tokens");
    private static final long MAX_ASN = 0xffff_ffffL;

    private long minMicros = Long.MIN_VALUE;
    private long maxMicros = Long.MAX_VALUE;
    private final FieldReader in = new FieldReader();
    private final RequestParser requests = new RequestParser(in);
    private final JsonScanner scanner = in.scanner;
    private final ObjectFields fields = new ObjectFields(in, FIELDS);
    private final ObjectFields networkFields = new ObjectFields(in, NETWORK);
    private final ObjectFields responseFields = new ObjectFields(in, RESPONSE);
    private final ObjectFields usageFields = new ObjectFields(in, USAGE);

    private @Nullable String id;
    private long timeMicros;
    private @Nullable String accountId;
    private @Nullable String organizationId;
    private @Nullable String apiKeyId;
    private @Nullable String pathway;
    private @Nullable String operation;
    private @Nullable String model;
    private @Nullable String conversationId;
    private @Nullable String endUserId;
    private @Nullable String provider;
    private @Nullable String source;
    private Network network = Network.UNKNOWN;
    private @Nullable Request request;
    private Response response = Response.UNKNOWN;
    private Usage usage = Usage.UNKNOWN;
    private int status;

    /** A parser that takes any time. */
    public ExchangeParser() {}

    /**
     * A parser that takes times in a span.
     *
     * @param minMicros earliest time taken
     * @param maxMicros latest time taken
     */
    public ExchangeParser(long minMicros, long maxMicros) {
        takeTimes(minMicros, maxMicros);
    }

    /** Takes times in that span from the next line on. */
    public final void takeTimes(long earliestMicros, long latestMicros) {
        minMicros = earliestMicros;
        maxMicros = latestMicros;
    }

    /**
     * Parses the line in {@code [from, to)}.
     *
     * @param defaultSource source of an exchange that names none
     * @throws LineRejection if the line breaks the format
     */
    public Exchange parse(byte[] bytes, int from, int to, String defaultSource) throws LineRejection {
        clear();
        in.begin(bytes, from, to);
        for (int field = fields.first(); field != ObjectFields.END; field = fields.next()) {
            read(field);
        }
        in.end();
        return exchange(defaultSource);
    }

    private Exchange exchange(String defaultSource) throws LineRejection {
        if (timeMicros == Times.INVALID) {
            throw new LineRejection("time is missing and must be given");
        }
        if (request == null) {
            throw new LineRejection("request is missing and must be given");
        }
        return new Exchange(
                required(id, "id"),
                source == null ? defaultSource : source,
                timeMicros,
                required(accountId, "account_id"),
                organizationId,
                apiKeyId,
                pathway,
                operation,
                required(model, "model"),
                conversationId,
                endUserId,
                provider,
                network,
                request,
                response,
                usage,
                status);
    }

    private void clear() {
        id = null;
        timeMicros = Times.INVALID;
        accountId = null;
        organizationId = null;
        apiKeyId = null;
        pathway = null;
        operation = null;
        model = null;
        conversationId = null;
        endUserId = null;
        provider = null;
        source = null;
        network = Network.UNKNOWN;
        request = null;
        response = Response.UNKNOWN;
        usage = Usage.UNKNOWN;
        status = 0;
    }

    private void read(int field) throws LineRejection {
        switch (field) {
            case 0 -> id = in.unique("id");
            case 1 -> timeMicros = time();
            case 2 -> accountId = in.repeated("account_id");
            case 3 -> organizationId = in.unique("organization_id");
            case 4 -> apiKeyId = in.unique("api_key_id");
            case 5 -> pathway = in.repeated("pathway");
            case 6 -> operation = in.repeated("operation");
            case 7 -> model = in.repeated("model");
            case 8 -> conversationId = in.unique("conversation_id");
            case 9 -> endUserId = in.repeated("end_user_id");
            case 10 -> provider = in.repeated("provider");
            case 11 -> source = in.repeated("source");
            case 12 -> network = network();
            case 13 -> request = requests.parse();
            case 14 -> response = response();
            case 15 -> usage = usage();
            case 16 -> status = (int) Math.max(0, in.whole("status", 999));
            default -> scanner.skipValue();
        }
    }

    private long time() throws LineRejection {
        long micros = in.time("time");
        if (micros != Times.INVALID && micros < minMicros) {
            throw in.rejected("time", in.shownSlice(), "must not be before " + instant(minMicros));
        }
        if (micros > maxMicros) {
            throw in.rejected("time", in.shownSlice(), "must not be more than 5 minutes ahead of now");
        }
        return micros;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private Network network() throws LineRejection {
        if (!in.object("network")) {
            return Network.UNKNOWN;
        }
        String ip = null;
        long asn = 0;
        String country = null;
        String ja4 = null;
        String userAgent = null;
        for (int field = networkFields.first(); field != ObjectFields.END; field = networkFields.next()) {
            switch (field) {
                case 0 -> ip = in.address("network.ip");
                case 1 -> asn = Math.max(0, in.whole("network.asn", MAX_ASN));
                case 2 -> country = in.repeated("network.country");
                case 3 -> ja4 = in.repeated("network.ja4");
                case 4 -> userAgent = in.repeated("network.user_agent");
                default -> scanner.skipValue();
            }
        }
        return new Network(ip, asn, country, ja4, userAgent);
    }

    private Response response() throws LineRejection {
        if (!in.object("response")) {
            return Response.UNKNOWN;
        }
        Utf8 text = Utf8.EMPTY;
        Utf8 reasoning = Utf8.EMPTY;
        String finishReason = null;
        Boolean refused = null;
        for (int field = responseFields.first(); field != ObjectFields.END; field = responseFields.next()) {
            switch (field) {
                case 0 -> text = in.text("response.text");
                case 1 -> reasoning = in.text("response.reasoning");
                case 2 -> finishReason = in.repeated("response.finish_reason");
                case 3 -> refused = in.flag("response.refused");
                default -> scanner.skipValue();
            }
        }
        return new Response(text, reasoning, finishReason, refused);
    }

    private Usage usage() throws LineRejection {
        if (!in.object("usage")) {
            return Usage.UNKNOWN;
        }
        long input = -1;
        long output = -1;
        long reasoning = -1;
        for (int field = usageFields.first(); field != ObjectFields.END; field = usageFields.next()) {
            switch (field) {
                case 0 -> input = in.whole("usage.input_tokens", Integer.MAX_VALUE);
                case 1 -> output = in.whole("usage.output_tokens", Integer.MAX_VALUE);
                case 2 -> reasoning = in.whole("usage.reasoning_tokens", Integer.MAX_VALUE);
                default -> scanner.skipValue();
            }
        }
        return new Usage((int) input, (int) output, (int) reasoning);
    }
}
