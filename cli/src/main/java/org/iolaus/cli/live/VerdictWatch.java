package org.iolaus.cli.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to a service's verdicts and tells of the first of each kind in each campaign. */
public final class VerdictWatch implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DATA = "data:";

    private final InputStream events;
    private final Consumer<String> told;
    private final Map<String, String> verdicts = new ConcurrentHashMap<>();
    private final Map<String, Boolean> firsts = new ConcurrentHashMap<>();
    private volatile boolean ended;

    private VerdictWatch(InputStream events, Consumer<String> told) {
        this.events = events;
        this.told = told;
        Thread.ofVirtual().name("verdicts").start(this::listen);
    }

    /** Begins to listen; {@code told} gets a line for a person. */
    public static VerdictWatch of(ServiceClient client, Consumer<String> told) throws InterruptedException {
        return new VerdictWatch(client.events("/v1/rulings/events"), told);
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    hear(MAPPER.readTree(line.substring(DATA.length())));
                }
            }
        } catch (IOException e) {
            if (!ended) {
                told.accept("no more verdicts are heard: " + e.getMessage());
            }
        }
    }

    private void hear(JsonNode ruling) {
        String account = ruling.path("account_id").asString("");
        String endUser = ruling.path("end_user_id").asString("");
        String who = endUser.isEmpty() ? account : account + " (end user " + endUser + ")";
        String verdict = ruling.path("verdict").asString("");
        String campaign = ruling.path("campaign_id").asString("a group");
        verdicts.put(who, verdict);
        if (firsts.putIfAbsent(campaign + " " + verdict, true) == null) {
            told.accept(ruling.path("reached").asString("") + "  " + verdict + "  " + who + " in " + campaign);
        }
    }

    /** How many accounts have each verdict above allow. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        verdicts.values().stream()
                .filter(verdict -> !verdict.equals("allow"))
                .forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        events.close();
    }
}
