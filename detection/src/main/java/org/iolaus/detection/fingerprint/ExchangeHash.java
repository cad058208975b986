package org.iolaus.detection.fingerprint;

import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.fingerprint.Hashes.Kind;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.jspecify.annotations.Nullable;

/** Hash of everything an exchange says, byte for byte, apart from its source and id. One instance a thread. */
final class ExchangeHash {
    private final Hashes hashes;
    private final StringHashes strings;
    private long state;

    ExchangeHash(Hashes hashes, StringHashes strings) {
        this.hashes = hashes;
        this.strings = strings;
    }

    /**
     * Hash of an exchange.
     *
     * @param system hash of the bytes of its system prompt
     */
    long of(Exchange exchange, long system) {
        state = 0;
        add(exchange.timeMicros());
        add(exchange.accountId());
        add(hashes.string(exchange.organizationId()));
        add(hashes.string(exchange.apiKeyId()));
        add(exchange.pathway());
        add(exchange.operation());
        add(exchange.model());
        add(exchange.conversationId());
        add(exchange.endUserId());
        add(exchange.provider());
        add(exchange.status());
        add(exchange.network());
        add(exchange.request(), system);
        add(exchange.response());
        add(((long) exchange.usage().inputTokens() << 32) | (exchange.usage().outputTokens() & 0xffffffffL));
        add(exchange.usage().reasoningTokens());
        return hashes.of(Kind.CONTENT, state);
    }

    private void add(Network network) {
        add(hashes.string(network.ip()));
        add(network.asn());
        add(network.country());
        add(network.ja4());
        add(network.userAgent());
    }

    private void add(Request request, long system) {
        add(system);
        for (Message message : request.turn()) {
            add(hashes.bytes(message.text()));
            add(((long) message.role().ordinal() << 48) + ((long) message.images() << 24) + message.toolResults());
        }
        add(request.earlierMessages());
        for (String tool : request.tools()) {
            add(tool);
        }
        add(request.parameters());
    }

    private void add(Parameters parameters) {
        add(Double.doubleToLongBits(parameters.temperature()));
        add(parameters.maxTokens());
        add((parameters.logprobs() ? 1 : 0) + (parameters.stream() ? 2 : 0));
        add(parameters.n());
        add(parameters.reasoningEffort());
    }

    private void add(Response response) {
        add(hashes.bytes(response.text()));
        add(hashes.bytes(response.reasoning()));
        add(response.finishReason());
        add(response.refused() == null ? 0 : response.refused() ? 1 : 2);
    }

    private void add(@Nullable String value) {
        add(strings.of(value));
    }

    private void add(long value) {
        state = Mixer.mix(state, value);
    }
}
