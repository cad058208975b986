package org.iolaus.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labels, truth and findings. */
final class ScoreFiles {
    private final JsonMapper mapper = new JsonMapper();

    Truth truth(Path folder) throws IOException {
        Map<String, Truth.Label> labels = new LinkedHashMap<>();
        lines(
                folder.resolve("labels.jsonl"),
                node -> labels.put(
                        text(node, "account_id"),
                        new Truth.Label(optional(node, "campaign"), text(node, "archetype"), optional(node, "group"))));
        Map<String, Truth.Campaign> campaigns = new LinkedHashMap<>();
        Map<String, double[]> times = new HashMap<>();
        JsonNode inside = truth(folder.resolve("truth.json"), campaigns, times);
        List<String> endUsers = new ArrayList<>();
        inside.path("end_users").forEach(user -> endUsers.add(user.asString()));
        return new Truth(labels, campaigns, times, optional(inside, "account_id"), endUsers);
    }

    /** Reads campaigns and times, which can be millions, without a tree of them; gives what hides in a reseller. */
    private JsonNode truth(Path file, Map<String, Truth.Campaign> campaigns, Map<String, double[]> times)
            throws IOException {
        JsonNode inside = mapper.missingNode();
        try (JsonParser parser = mapper.createParser(file)) {
            parser.nextToken();
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                switch (field) {
                    case "campaigns" ->
                        parser.<JsonNode>readValueAsTree()
                                .properties()
                                .forEach(entry -> campaigns.put(entry.getKey(), campaign(entry.getValue())));
                    case "times" -> times(parser, times);
                    case "inside_reseller" -> inside = parser.readValueAsTree();
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new IOException(file + " must be JSON: " + e.getOriginalMessage(), e);
        }
        return inside;
    }

    private static void times(JsonParser parser, Map<String, double[]> times) {
        double[] buffer = new double[1 << 10];
        for (String account = parser.nextName(); account != null; account = parser.nextName()) {
            parser.nextToken();
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * count);
                }
                buffer[count++] = parser.getDoubleValue();
            }
            times.put(account, Arrays.copyOf(buffer, count));
        }
    }

    Scan scan(Path folder) throws IOException {
        Map<String, Scan.Finding> accounts = new LinkedHashMap<>();
        Map<Scan.EndUser, Scan.Finding> endUsers = new LinkedHashMap<>();
        lines(folder.resolve("accounts.jsonl"), node -> {
            String endUser = optional(node, "end_user_id");
            if (endUser == null) {
                accounts.put(text(node, "account_id"), finding(node));
            } else {
                endUsers.put(new Scan.EndUser(text(node, "account_id"), endUser), finding(node));
            }
        });
        Map<String, Scan.Campaign> campaigns = new LinkedHashMap<>();
        lines(folder.resolve("campaigns.jsonl"), node -> campaigns.put(text(node, "campaign_id"), found(node)));
        return new Scan(accounts, endUsers, campaigns);
    }

    private static Truth.Campaign campaign(JsonNode node) {
        String expect = optional(node, "expect");
        JsonNode pivot = node.path("pivot");
        return new Truth.Campaign(
                text(node, "tier"),
                expect == null ? "restrict" : expect,
                node.path("evasive").asBoolean(false),
                time(node, "first"),
                pivot.isObject() ? new Truth.Pivot(text(pivot, "to"), time(pivot, "released")) : null);
    }

    private static Scan.Campaign found(JsonNode node) {
        Map<String, Double> pivots = new HashMap<>();
        node.path("pivots").forEach(pivot -> pivots.merge(text(pivot, "to"), time(pivot, "detected_at"), Math::min));
        return new Scan.Campaign(time(node, "detected_at"), pivots);
    }

    private static Scan.Finding finding(JsonNode node) {
        return new Scan.Finding(
                optional(node, "campaign_id"),
                text(node, "verdict"),
                node.path("probability").asDouble(0),
                time(node, "flagged_at"));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("field " + field + " must be text in " + node);
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static double time(JsonNode node, String field) {
        String text = optional(node, field);
        if (text == null) {
            return Double.NaN;
        }
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    private void lines(Path file, Consumer<JsonNode> each) throws IOException {
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    each.accept(mapper.readTree(line));
                }
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }
}
