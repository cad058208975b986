package org.iolaus.cli.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.iolaus.simulator.Play;

/** Sends a simulation to a running service, as gateways would, and shows the verdicts as they come. */
public final class LiveTraffic {
    private final ServiceClient client;
    private final PrintWriter out;

    public LiveTraffic(ServiceClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Sends account facts, releases and exchanges, and then says that no more will come.
     *
     * @param folder folder that holds the facts that the play has written
     */
    public void send(Play play, Path folder) throws IOException, InterruptedException {
        try (VerdictWatch watch = VerdictWatch.of(client, this::say)) {
            post("/v1/accounts", folder.resolve("accounts.jsonl.zst"), "zstd");
            post("/v1/releases", folder.resolve("releases.jsonl"), "");
            LineSender.Sent sent;
            try (InputStream exchanges = play.exchanges()) {
                sent = new LineSender(client, "/v1/exchanges").send(exchanges);
            }
            client.post("/v1/drain", new byte[0], "application/json", "");
            long campaigns = client.lines("/v1/campaigns").stream()
                    .filter(line -> !line.isBlank())
                    .count();
            say(String.format(
                    Locale.ROOT,
                    "%,d exchanges taken, %,d set aside; %,d campaigns; %s",
                    sent.accepted(),
                    sent.rejected(),
                    campaigns,
                    counts(watch.counts())));
        }
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "every account is allowed"
                : counts.entrySet().stream()
                        .map(each -> each.getValue() + " accounts to " + each.getKey())
                        .collect(Collectors.joining(", "));
    }

    private void post(String path, Path file, String encoding) throws IOException, InterruptedException {
        client.post(path, Files.readAllBytes(file), "application/x-ndjson", encoding);
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
