package org.iolaus.service.intake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.service.review.retention.SampleQueue;

/**
 * Prompts of one reception that are to be kept once it has been acknowledged, one an account. There are none unless samples
 * are turned on. Not thread-safe.
 */
final class Prompts {
    private final SampleQueue samples;
    private final Map<String, String> byAccount = new LinkedHashMap<>();

    Prompts(SampleQueue samples) {
        this.samples = samples;
    }

    void see(Exchange exchange) {
        String account = exchange.accountId();
        if (samples.wants(account) && byAccount.size() < samples.most() && !byAccount.containsKey(account)) {
            String text = text(exchange);
            if (!text.isEmpty()) {
                byAccount.put(account, samples.cut(text));
            }
        }
    }

    void keep() {
        byAccount.forEach(samples::add);
    }

    /** What was asked newly, then the system prompt; each after who speaks. */
    private static String text(Exchange exchange) {
        StringBuilder text = new StringBuilder();
        for (Message message : exchange.request().turn()) {
            add(
                    text,
                    message.role().name().toLowerCase(Locale.ROOT),
                    message.text().toString());
        }
        add(text, "system", exchange.request().system().toString());
        return text.toString();
    }

    private static void add(StringBuilder text, String role, String content) {
        if (!content.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(role).append(": ").append(content);
        }
    }
}
