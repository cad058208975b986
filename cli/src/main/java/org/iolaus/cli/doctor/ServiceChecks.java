package org.iolaus.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.cli.live.ServiceClient.Reply;
import tools.jackson.databind.JsonNode;

/** Checks that change nothing of a service: whatever is sent is refused or empty, and no question leaves a trace. */
final class ServiceChecks {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);
    private static final Duration OLDEST_SNAPSHOT = Duration.ofDays(1);

    private final ServiceClient service;
    private final ServiceClient stranger;
    private final InstantSource clock;

    /** @param stranger a client without a valid key */
    ServiceChecks(ServiceClient service, ServiceClient stranger, InstantSource clock) {
        this.service = service;
        this.stranger = stranger;
        this.clock = clock;
    }

    Check reachable() throws InterruptedException {
        return healthy("reachable", "/health/live", "Maybe something else listens there, or a proxy stands between.");
    }

    Check ready() throws InterruptedException {
        return healthy(
                "ready",
                "/health/ready",
                "Maybe it still reads its log back, or cannot write it: see /v1/status and its log.");
    }

    private Check healthy(String name, String path, String advice) throws InterruptedException {
        int status = service.get(path).status();
        return Check.of(name, status / 100 == 2, path + " answers " + status, advice);
    }

    Check locked() throws InterruptedException {
        int status = stranger.get("/v1/status").status();
        return Check.of(
                "locked",
                status == UNAUTHORIZED,
                "a request with a made-up key is answered " + status,
                "It must be 401. Maybe a proxy adds a key to every request.");
    }

    /** Each scope by a question that changes nothing. */
    Check scopes() throws InterruptedException {
        Map<String, Integer> asked = Map.of(
                "ingest", service.post("/v1/exchanges", "").status(),
                "decide",
                        service.get("/v1/decisions?account_id=" + Names.account())
                                .status(),
                "review", service.get("/v1/status").status());
        List<String> granted = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        asked.forEach((scope, status) -> (status == OK ? granted : missing).add(scope));
        granted.sort(null);
        missing.sort(null);
        String detail = "the key has " + (granted.isEmpty() ? "none of the scopes" : String.join(", ", granted));
        if (asked.containsValue(UNAUTHORIZED)) {
            detail = "the key is unknown, revoked or expired";
        } else if (asked.values().stream().anyMatch(status -> status != OK && status != FORBIDDEN)) {
            detail += "; answers were " + asked;
        }
        return Check.of(
                "key",
                missing.isEmpty(),
                detail,
                "Missing: " + String.join(", ", missing) + ". Maybe give another key with --key-file.");
    }

    /** A line that must be refused goes through everything before the log. */
    Check dryExchange() throws InterruptedException {
        Reply reply = service.post("/v1/exchanges", "{\"account_id\":\"" + Names.account() + "\"}\n");
        long accepted = reply.body().path("accepted").asLong(-1);
        long rejected = reply.body().path("rejected").asLong(-1);
        return Check.of(
                "ingest",
                reply.status() == OK && accepted == 0 && rejected == 1,
                "an unfinished exchange is answered " + reply.status() + ", " + rejected + " rejected",
                "It must be 200 with one rejected. Maybe the key lacks scope ingest.");
    }

    Check decision() throws InterruptedException {
        String path = "/v1/decisions?account_id=" + Names.account();
        service.get(path);
        long before = System.nanoTime();
        Reply reply = service.get(path);
        double millis = (System.nanoTime() - before) / 1e6;
        String action = reply.body().path("action").asString("nothing");
        return Check.of(
                "decision",
                reply.status() == OK && action.equals("allow"),
                String.format(Locale.ROOT, "an unknown account is answered %s in %.1f ms", action, millis),
                "It must be allow. Maybe a rule of the policy asks for no verdict.");
    }

    Check clock() throws InterruptedException {
        Instant before = clock.instant();
        Instant told = service.get("/health/live").date();
        if (told == null) {
            return Check.failed("clock", "the service does not say what time it is", "Maybe a proxy drops Date.");
        }
        Duration skew = Duration.between(before, told);
        return Check.of(
                "clock",
                skew.abs().compareTo(MOST_SKEW) <= 0,
                "its clock differs from this one by about " + skew.toSeconds() + " s",
                "Exchanges dated more than engine.max_ahead ahead of it are set aside. Maybe keep both clocks by NTP.");
    }

    Check detector() throws InterruptedException {
        JsonNode status = status();
        String phase = status.path("phase").asString("unknown");
        String failure = status.path("failure").asString("");
        return Check.of(
                "detector",
                phase.equals("running") && failure.isEmpty(),
                "it is " + phase + (failure.isEmpty() ? "" : ": " + failure),
                "Maybe the disk is full or read-only; otherwise see its log and docs/operate.md.");
    }

    /** Whether the detector keeps up: of two looks, one must find it moving or nothing waiting. */
    Check queue() throws InterruptedException {
        JsonNode before = status();
        Thread.sleep(Duration.ofSeconds(1));
        JsonNode after = status();
        long waiting = after.path("queued_exchanges").asLong(-1);
        boolean moves = waiting == 0
                || after.path("applied_position").asLong(0)
                        > before.path("applied_position").asLong(0);
        return Check.of(
                "queue",
                waiting >= 0 && moves,
                String.format(Locale.ROOT, "%,d exchanges wait for the detector", waiting),
                "Nothing was applied for a second. Maybe the machine is short of processors: see docs/operate.md.");
    }

    Check snapshot() throws InterruptedException {
        JsonNode status = status();
        String taken = status.path("snapshot_at").asString("");
        if (taken.isEmpty()) {
            return Check.ok(
                    "snapshot",
                    "none yet; a restart reads back "
                            + status.path("logged_position").asLong(0) + " batches");
        }
        Duration age = Duration.between(Instant.parse(taken), clock.instant());
        long since = status.path("logged_position").asLong(0)
                - status.path("snapshot_position").asLong(0);
        return Check.of(
                "snapshot",
                since <= 0 || age.compareTo(OLDEST_SNAPSHOT) <= 0,
                "taken " + age.toMinutes() + " minutes ago, " + Math.max(0, since) + " batches since",
                "A restart takes longer the older it is. Maybe the disk is full: see its log.");
    }

    private JsonNode status() throws InterruptedException {
        return service.get("/v1/status").body();
    }
}
