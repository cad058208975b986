package org.iolaus.cli.scan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Request;

/** How many exchanges lack each optional field that detection would use. Not thread-safe: one a worker, then summed. */
final class FieldCoverage {
    private static final String[] FIELDS = {
        "network.ip", "network.ja4", "network.user_agent", "pathway", "request.messages", "usage.output_tokens"
    };

    private final long[] missing = new long[FIELDS.length];

    void count(Exchange exchange) {
        Network network = exchange.network();
        missing[0] += network.ip() == null ? 1 : 0;
        missing[1] += network.ja4() == null ? 1 : 0;
        missing[2] += network.userAgent() == null ? 1 : 0;
        missing[3] += exchange.pathway() == null ? 1 : 0;
        missing[4] += lacksContent(exchange.request()) ? 1 : 0;
        missing[5] += exchange.usage().outputTokens() < 0 ? 1 : 0;
    }

    /** Whether there is neither text nor image nor a tool's result, as where a gateway hides content. */
    private static boolean lacksContent(Request request) {
        boolean content = !request.system().isEmpty();
        for (Message message : request.turn()) {
            content |= !message.text().isEmpty() || message.images() > 0 || message.toolResults() > 0;
        }
        return !content;
    }

    /** Exchanges without a field, by field; fields that are always there are left out. */
    static SortedMap<String, Long> sum(List<FieldCoverage> parts) {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (int i = 0; i < FIELDS.length; i++) {
            int field = i;
            long lacking = parts.stream().mapToLong(part -> part.missing[field]).sum();
            if (lacking > 0) {
                sums.put(FIELDS[i], lacking);
            }
        }
        return sums;
    }
}
