package org.iolaus.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.statistics.Tails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When campaigns' moves to a new model become visible to somebody who knows all their accounts: at the end of the first
 * hour since the release by which they have used the model more often than their past lets expect.
 *
 * <p>Of n exchanges before the release k used the model; so its use is taken for a gamma variable of shape k + 1 and mean
 * (k + 1) / (n + 1) an exchange. The bound on the count since then (see {@link Tails#negativeBinomialUpper}) may spend
 * {@link #ALPHA} / (h·(h+1)) in the h-th hour, so that one false sight in {@code 1 / ALPHA} campaigns is due to chance.
 * Not thread-safe.
 */
final class Adoption {
    /** Chance of a false sight, over all hours. */
    static final double ALPHA = 0.001;

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Map<String, Campaign> byAccount = new HashMap<>();
    private final Map<String, Campaign> byName = new HashMap<>();

    /** One campaign's use of its new model. */
    private static final class Campaign {
        final String model;
        final long releasedMicros;
        final List<long[]> hours = new ArrayList<>();
        long before;
        long usedBefore;

        Campaign(String model, long releasedMicros) {
            this.model = model;
            this.releasedMicros = releasedMicros;
        }

        void add(long micros, boolean used) {
            if (micros < releasedMicros) {
                before++;
                usedBefore += used ? 1 : 0;
                return;
            }
            int hour = (int) ((micros - releasedMicros) / HOUR_MICROS);
            while (hours.size() <= hour) {
                hours.add(new long[2]);
            }
            hours.get(hour)[0]++;
            hours.get(hour)[1] += used ? 1 : 0;
        }

        double visibleHours() {
            long exchanges = 0;
            long used = 0;
            double rate = (usedBefore + 1.0) / (before + 1.0);
            for (int hour = 1; hour <= hours.size(); hour++) {
                exchanges += hours.get(hour - 1)[0];
                used += hours.get(hour - 1)[1];
                double nats =
                        exchanges == 0 ? 0 : Tails.negativeBinomialUpper(used, exchanges * rate, usedBefore + 1.0);
                if (nats >= Math.log(hour * (hour + 1.0) / ALPHA)) {
                    return hour;
                }
            }
            return Double.NaN;
        }
    }

    /** Adoption by the campaigns whose truth a folder holds. */
    static Adoption of(Path traffic) throws IOException {
        Adoption adoption = new Adoption();
        JsonMapper mapper = new JsonMapper();
        JsonNode truth = mapper.readTree(Files.readString(traffic.resolve("truth.json")));
        for (Map.Entry<String, JsonNode> each : truth.path("campaigns").properties()) {
            JsonNode pivot = each.getValue().path("pivot");
            if (pivot.isObject()) {
                adoption.campaign(
                        each.getKey(),
                        pivot.path("to").asString(),
                        java.time.Instant.parse(pivot.path("released").asString())
                                        .getEpochSecond()
                                * 1_000_000);
            }
        }
        for (String line : Files.readAllLines(traffic.resolve("labels.jsonl"))) {
            JsonNode label = mapper.readTree(line);
            adoption.member(
                    label.path("account_id").asString(), label.path("campaign").asString(""));
        }
        return adoption;
    }

    /** Whether no campaign has moved. */
    boolean isEmpty() {
        return byName.isEmpty();
    }

    void campaign(String name, String model, long releasedMicros) {
        byName.put(name, new Campaign(model, releasedMicros));
    }

    void member(String accountId, String campaign) {
        Campaign own = byName.get(campaign);
        if (own != null) {
            byAccount.put(accountId, own);
        }
    }

    void exchange(Fingerprint exchange) {
        exchange(exchange.accountId(), exchange.model(), exchange.timeMicros());
    }

    void exchange(String accountId, String model, long micros) {
        Campaign campaign = byAccount.get(accountId);
        if (campaign != null) {
            campaign.add(micros, campaign.model.equals(model));
        }
    }

    /** Hours from the release to the end of the hour in which the move is visible; NaN if it never is. */
    double visibleHours(String campaign) {
        Campaign own = byName.get(campaign);
        return own == null ? Double.NaN : own.visibleHours();
    }
}
