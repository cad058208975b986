package org.iolaus.service.review.alert;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox; any answer but 2xx is a failure, and redirects are not followed. One thread uses it. */
public final class Delivery {
    /** Header with the time in seconds and the signature of a generic message. */
    public static final String SIGNATURE = "Iolaus-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int TOGETHER = 50;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Outbox outbox;
    private final AlertConfig config;
    private final InstantSource clock;
    private final HttpClient client;
    private final Map<String, AlertConfig.Target> targets = new HashMap<>();

    public Delivery(Outbox outbox, AlertConfig config, InstantSource clock) {
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        config.targets().forEach(target -> targets.put(target.name(), target));
        client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Tries every alert that is due, once. */
    public void deliver() throws InterruptedException {
        for (Alert alert : outbox.due(TOGETHER)) {
            AlertConfig.Target target = targets.get(alert.target());
            String error = target == null ? "no target is called " + alert.target() : send(target, alert.body());
            if (error.isEmpty()) {
                outbox.sent(alert);
            } else {
                LOG.warn("alert {} to {} failed: {}", alert.id(), alert.target(), error);
                outbox.failed(alert, error);
            }
        }
    }

    /** Sends a message; returns what went wrong, or an empty text. */
    private String send(AlertConfig.Target target, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        SigningKey key = target.signingKey();
        if (key != null) {
            long seconds = clock.instant().getEpochSecond();
            request.header(SIGNATURE, "t=" + seconds + ",v1=" + key.signature(seconds, body));
        }
        try {
            int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status / HUNDRED == SUCCESS ? "" : "it answered " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }
}
