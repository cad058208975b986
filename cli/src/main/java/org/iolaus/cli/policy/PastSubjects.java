package org.iolaus.cli.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.iolaus.cli.Failure;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.ProgrammeState;
import org.iolaus.service.policy.Situation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody of a past scan, with facts as they were when the verdict was reached: accounts and end users above allow from
 * the scan's folder, all others from the account facts.
 */
public final class PastSubjects {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, List<Account>> history;
    private final List<JsonNode> findings = new ArrayList<>();
    private final Instant end;

    private PastSubjects(Map<String, List<Account>> history, Instant end) {
        this.history = history;
        this.end = end;
    }

    /** Reads a scan's folder and account facts. */
    public static PastSubjects read(Path scan, List<Path> accountFiles) {
        if (!Files.isRegularFile(scan.resolve(FindingFiles.SUMMARY))) {
            throw Failure.input("--scan " + scan + " holds no " + FindingFiles.SUMMARY
                    + "; it must be a folder that a scan has written\nMaybe run ./iolaus scan first.");
        }
        Map<String, List<Account>> history = new TreeMap<>();
        try {
            AccountReader.read(
                    accountFiles,
                    account -> history.computeIfAbsent(account.accountId(), id -> new ArrayList<>())
                            .add(account),
                    rejection -> {});
        } catch (IOException e) {
            throw Failure.input("--accounts: " + OutputFolder.reason(e));
        }
        history.values().forEach(each -> each.sort((a, b) -> Long.compare(a.updatedMicros(), b.updatedMicros())));
        PastSubjects subjects = new PastSubjects(history, end(scan.resolve(FindingFiles.SUMMARY)));
        lines(scan.resolve(FindingFiles.ACCOUNTS), subjects.findings::add);
        return subjects;
    }

    /** Archetypes of honest accounts, and campaigns' names for others, by account; from a file of labels. */
    public static Map<String, Label> labels(Path file) {
        Map<String, Label> labels = new HashMap<>();
        lines(file, line -> {
            JsonNode campaign = line.path("campaign");
            labels.put(
                    line.path("account_id").asString(""),
                    new Label(
                            line.path("archetype").asString("unnamed"), campaign.isMissingNode() || campaign.isNull()));
        });
        return labels;
    }

    /**
     * The truth about an account.
     *
     * @param archetype its behaviour
     * @param honest whether it is in no campaign
     */
    public record Label(String archetype, boolean honest) {}

    /** Everybody, as the policy would have met them. */
    public void forEach(Policy policy, Consumer<Situation> consumer) {
        Set<String> judged = new HashSet<>();
        for (JsonNode finding : findings) {
            Situation situation = situation(policy, finding);
            judged.add(situation.accountId());
            consumer.accept(situation);
        }
        history.keySet().stream()
                .filter(accountId -> !judged.contains(accountId))
                .forEach(accountId -> consumer.accept(unjudged(policy, accountId)));
    }

    /** An account and its end users, as the policy would have met them; empty if the scan knows nothing of it. */
    public List<Situation> find(Policy policy, String accountId) {
        List<Situation> found = new ArrayList<>();
        for (JsonNode finding : findings) {
            if (finding.path("account_id").asString("").equals(accountId)) {
                found.add(situation(policy, finding));
            }
        }
        if (found.isEmpty() && history.containsKey(accountId)) {
            found.add(unjudged(policy, accountId));
        }
        return found;
    }

    private Situation situation(Policy policy, JsonNode finding) {
        String flagged = finding.path("flagged_at").asString("");
        Instant time = flagged.isEmpty() ? end : Instant.parse(flagged);
        String accountId = finding.path("account_id").asString("");
        Verdict verdict =
                Verdict.valueOf(finding.path("verdict").asString("allow").toUpperCase(Locale.ROOT));
        return situation(policy, accountId, text(finding, "end_user_id"), verdict, text(finding, "campaign_id"), time);
    }

    private Situation unjudged(Policy policy, String accountId) {
        return situation(policy, accountId, null, Verdict.ALLOW, null, end);
    }

    private Situation situation(
            Policy policy,
            String accountId,
            @Nullable String endUserId,
            Verdict verdict,
            @Nullable String campaignId,
            Instant time) {
        Account facts = facts(accountId, time);
        boolean asked = facts != null
                && facts.type() != null
                && policy.terms().programmes().containsKey(facts.type());
        return new Situation(
                accountId,
                endUserId,
                facts,
                verdict,
                false,
                campaignId,
                asked ? ProgrammeState.UNVERIFIED : null,
                null,
                time);
    }

    private @Nullable Account facts(String accountId, Instant time) {
        long micros = Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000;
        Account facts = null;
        for (Account each : history.getOrDefault(accountId, List.of())) {
            if (each.updatedMicros() <= micros) {
                facts = each;
            }
        }
        return facts;
    }

    private static @Nullable String text(JsonNode line, String field) {
        JsonNode value = line.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static Instant end(Path summary) {
        try {
            return Instant.parse(MAPPER.readTree(Files.readString(summary))
                    .path("last_event")
                    .asString("1970-01-01T00:00:00Z"));
        } catch (IOException e) {
            throw Failure.input(summary + " cannot be read: " + OutputFolder.reason(e));
        } catch (JacksonException e) {
            throw Failure.input(summary + " is damaged: " + e.getOriginalMessage());
        }
    }

    private static void lines(Path file, Consumer<JsonNode> consumer) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                consumer.accept(MAPPER.readTree(line));
            }
        } catch (IOException e) {
            throw Failure.input(file + " cannot be read: " + OutputFolder.reason(e));
        } catch (JacksonException e) {
            throw Failure.input(file + " is damaged: " + e.getOriginalMessage());
        }
    }
}
