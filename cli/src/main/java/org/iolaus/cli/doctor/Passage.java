package org.iolaus.cli.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.iolaus.cli.live.LineSender;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.detection.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of the canary's traffic: taken, on disk, judged, read back, and met by a gateway. */
final class Passage {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Share of the campaign that has to be judged and refused. */
    private static final double ENOUGH = 0.9;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Canary canary;
    private final TrialService service;
    private final String accountHeader;

    Passage(Canary canary, TrialService service, String accountHeader) {
        this.canary = canary;
        this.service = service;
        this.accountHeader = accountHeader;
    }

    void follow(Checkup checkup) throws InterruptedException {
        if (checkup.check("ingest", this::ingest)) {
            checkup.check("detection", this::detection);
            checkup.check("durable", this::durable);
            checkup.check("remediation", this::remediation);
        }
    }

    private Check ingest() throws IOException, InterruptedException {
        LineSender.Sent sent = canary.send(service.client());
        service.client().post("/v1/drain", new byte[0], "application/json", "");
        return Check.of(
                "ingest",
                sent.accepted() == canary.exchanges() && sent.rejected() == 0,
                String.format(Locale.ROOT, "%,d of %,d exchanges acknowledged", sent.accepted(), canary.exchanges()),
                "Maybe a limit of the configuration is too low: see server.max_body and intake.");
    }

    private Check detection() throws IOException, InterruptedException {
        Set<String> judged = new HashSet<>();
        for (String line : service.client().lines("/v1/accounts")) {
            JsonNode account = line.isBlank() ? MAPPER.createObjectNode() : MAPPER.readTree(line);
            String verdict = account.path("verdict").asString("");
            if (verdict.equals(Verdict.RESTRICT.label()) || verdict.equals(Verdict.BLOCK.label())) {
                judged.add(account.path("account_id").asString(""));
            }
        }
        return outcome(
                "detection",
                "judged",
                judged,
                "Maybe detection.memory is too small; otherwise detection does not link what belongs together.");
    }

    private Check durable() throws IOException, InterruptedException {
        long before = taken();
        service.start();
        long after = taken();
        return Check.of(
                "durable",
                before == canary.exchanges() && after == before,
                String.format(Locale.ROOT, "%,d exchanges counted, %,d after a restart", before, after),
                "Maybe exchanges are set aside as late or the log is incomplete.");
    }

    private long taken() throws IOException, InterruptedException {
        return service.client().get("/v1/status").body().path("exchanges").asLong(-1);
    }

    /** Decisions follow verdicts after a moment, so those that still pass are asked about again. */
    private Check remediation() throws IOException, InterruptedException {
        ServiceClient client = service.client();
        try (GatewayStub gateway = new GatewayStub(client, accountHeader)) {
            Set<String> refused = new HashSet<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            Set<String> passing = new TreeSet<>(canary.campaign());
            do {
                refused.addAll(gateway.refused(passing));
                passing.removeAll(refused);
            } while (refused.size() < enough() && System.nanoTime() < end && pause());
            refused.addAll(gateway.refused(canary.honest()));
            return outcome(
                    "remediation",
                    "refused by a gateway",
                    refused,
                    "Maybe no rule of the policy refuses accounts whose verdict is restrict, or one refuses others:"
                            + " ./iolaus policy check FILE.");
        }
    }

    private static boolean pause() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(500));
        return true;
    }

    private double enough() {
        return ENOUGH * canary.campaign().size();
    }

    private Check outcome(String name, String what, Set<String> hit, String advice) {
        long caught = canary.campaign().stream().filter(hit::contains).count();
        long wronged = canary.honest().stream().filter(hit::contains).count();
        return Check.of(
                name,
                caught >= enough() && wronged == 0,
                String.format(
                        Locale.ROOT,
                        "%d of the canary's %d accounts %s, %d of %d honest ones",
                        caught,
                        canary.campaign().size(),
                        what,
                        wronged,
                        canary.honest().size()),
                advice);
    }
}
