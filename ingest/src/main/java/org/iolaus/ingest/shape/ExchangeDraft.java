package org.iolaus.ingest.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.parse.Addresses;
import org.jspecify.annotations.Nullable;

/** An exchange in the making out of a foreign record. What is not set is unknown. Not thread-safe. */
public final class ExchangeDraft {
    private static final long MAX_ASN = 0xffff_ffffL;

    private final String id;
    private final long timeMicros;
    private final String accountId;
    private final String model;
    private @Nullable String organizationId;
    private @Nullable String apiKeyId;
    private @Nullable String pathway;
    private @Nullable String operation;
    private @Nullable String conversationId;
    private @Nullable String endUserId;
    private @Nullable String provider;
    private Network network = Network.UNKNOWN;
    private Request request = new Dialogue().request(List.of(), Parameters.NONE);
    private Response response = Response.UNKNOWN;
    private Usage usage = Usage.UNKNOWN;
    private int status;

    /** A draft with what every exchange must have. */
    public ExchangeDraft(String id, long timeMicros, String accountId, String model) {
        this.id = id;
        this.timeMicros = timeMicros;
        this.accountId = accountId;
        this.model = model;
    }

    /**
     * A value that must be there.
     *
     * @param name what the record calls it
     * @throws LineRejection if it is missing
     */
    public static String required(String name, @Nullable String value) throws LineRejection {
        if (value == null) {
            throw new LineRejection(name + " is missing and must be given");
        }
        return value;
    }

    public ExchangeDraft organization(@Nullable String value) {
        organizationId = value;
        return this;
    }

    public ExchangeDraft key(@Nullable String value) {
        apiKeyId = value;
        return this;
    }

    public ExchangeDraft pathway(@Nullable String value) {
        pathway = value;
        return this;
    }

    public ExchangeDraft operation(@Nullable String value) {
        operation = value;
        return this;
    }

    public ExchangeDraft conversation(@Nullable String value) {
        conversationId = value;
        return this;
    }

    public ExchangeDraft endUser(@Nullable String value) {
        endUserId = value;
        return this;
    }

    public ExchangeDraft provider(@Nullable String value) {
        provider = value;
        return this;
    }

    /** Where it came from; an address that is none, such as a host's name, counts as unknown. */
    public ExchangeDraft network(
            @Nullable String ip,
            double asn,
            @Nullable String country,
            @Nullable String ja4,
            @Nullable String userAgent) {
        boolean number = asn >= 0 && asn <= MAX_ASN;
        network = new Network(address(ip), number ? (long) asn : 0, country, ja4, userAgent);
        return this;
    }

    private static @Nullable String address(@Nullable String ip) {
        if (ip == null) {
            return null;
        }
        byte[] bytes = ip.strip().getBytes(UTF_8);
        return Addresses.valid(bytes, 0, bytes.length) ? ip.strip() : null;
    }

    public ExchangeDraft request(Request value) {
        request = value;
        return this;
    }

    public ExchangeDraft response(Response value) {
        response = value;
        return this;
    }

    public ExchangeDraft usage(int input, int output, int reasoning) {
        usage = new Usage(input, output, reasoning);
        return this;
    }

    /** HTTP status; outside of 0 to 999 it counts as unknown. */
    public ExchangeDraft status(int value) {
        status = value >= 0 && value <= 999 ? value : 0;
        return this;
    }

    public Exchange exchange(Origin origin) {
        return new Exchange(
                id,
                origin.source(),
                timeMicros,
                accountId,
                organizationId,
                apiKeyId,
                pathway,
                operation,
                model,
                conversationId,
                endUserId,
                provider,
                network,
                request,
                response,
                usage,
                status);
    }
}
