package org.iolaus.benchmarks.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which accounts are hostile.
 *
 * @param campaigns campaign of each hostile account, by id; honest accounts are left out
 */
public record Labels(Map<String, String> campaigns) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public Labels {
        campaigns = Map.copyOf(campaigns);
    }

    /**
     * Reads the labels in a folder of traffic.
     *
     * @throws IOException if they are missing
     */
    public static Labels read(Path folder) throws IOException {
        Map<String, String> campaigns = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            JsonNode label = MAPPER.readTree(line);
            if (label.path("campaign").isString()) {
                campaigns.put(
                        label.path("account_id").asString(),
                        label.path("campaign").asString());
            }
        }
        return new Labels(campaigns);
    }

    /** How many accounts of each campaign get a verdict or a stronger one; campaigns without any are left out. */
    public Map<String, Integer> reaching(Verdict least, Findings findings) {
        Map<String, Integer> reaching = new HashMap<>();
        for (AccountFinding finding : findings.accounts()) {
            String campaign = campaigns.get(finding.accountId());
            if (campaign != null
                    && finding.endUserId() == null
                    && finding.verdict().atLeast(least)) {
                reaching.merge(campaign, 1, Integer::sum);
            }
        }
        return reaching;
    }
}
