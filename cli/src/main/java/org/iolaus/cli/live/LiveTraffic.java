package org.iolaus.cli.live;

import com.github.luben.zstd.ZstdInputStream;
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
    private final int inFlight;
    private final double perSecond;

    /**
     * @param inFlight bodies on their way at once
     * @param perSecond exchanges a second at most; 0 for no bound
     */
    public LiveTraffic(ServiceClient client, PrintWriter out, int inFlight, double perSecond) {
        this.client = client;
        this.out = out;
        this.inFlight = inFlight;
        this.perSecond = perSecond;
    }

    /**
     * Sends account facts, releases and exchanges, and then says that no more will come.
     *
     * @param folder folder that holds the facts that the play has written
     */
    public void send(Play play, Path folder) throws IOException, InterruptedException {
        try (VerdictWatch watch = VerdictWatch.of(client, this::say)) {
            try (InputStream accounts =
                    new ZstdInputStream(Files.newInputStream(folder.resolve("accounts.jsonl.zst")))) {
                new LineSender(client, "/v1/accounts").send(accounts);
            }
            try (InputStream releases = Files.newInputStream(folder.resolve("releases.jsonl"))) {
                new LineSender(client, "/v1/releases").send(releases);
            }
            LineSender.Sent sent;
            try (InputStream exchanges = play.exchanges()) {
                sent = new LineSender(client, "/v1/exchanges", inFlight, perSecond).send(exchanges);
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

    private void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
