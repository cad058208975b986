package org.iolaus.cli.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.iolaus.cli.wording.VisibleText;
import org.iolaus.cli.wording.Wording;
import tools.jackson.databind.JsonNode;

/** An explanation as a person reads it. */
public final class ExplanationText {
    private static final int MOST_ACCOUNTS = 10;

    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    /** The explanation in lines, the last one ended too. */
    public static String of(Explanation explanation) {
        ExplanationText writer = new ExplanationText();
        explanation.accounts().stream().limit(MOST_ACCOUNTS).forEach(writer::account);
        int rest = explanation.accounts().size() - MOST_ACCOUNTS;
        if (rest > 0) {
            writer.line("and " + Wording.count(rest, "more finding") + " on it in accounts.jsonl")
                    .line("");
        }
        explanation.groups().forEach(explanation.accounts().isEmpty() ? writer::group : writer::groupInBrief);
        return writer.text.toString().stripTrailing() + "\n";
    }

    private void account(JsonNode account) {
        String endUser = string(account, "end_user_id");
        line("Account " + string(account, "account_id") + (endUser.isEmpty() ? "" : ", end user " + endUser));
        line("  Verdict      " + string(account, "verdict") + ", probability "
                + Wording.probability(account.path("probability").asDouble()));
        if (account.has("flagged_at")) {
            line("  Flagged      " + string(account, "flagged_at") + ", after "
                    + Wording.count(account.path("exchanges_before_flag").asLong()) + " of its "
                    + Wording.count(account.path("exchanges").asLong(), "exchange"));
        } else {
            line("  Flagged      never; seen "
                    + Wording.count(account.path("exchanges").asLong(), "exchange"));
        }
        if (account.has("campaign_id")) {
            line("  Campaign     " + string(account, "campaign_id"));
        }
        line("");
        evidence("What speaks for it", account.path("evidence"));
        evidence("What speaks against it", account.path("counter_evidence"));
        line("What would change it");
        line("  " + string(account, "remedy"));
        line("");
    }

    private void groupInBrief(JsonNode group) {
        heading(group);
        line("  More         explain " + string(group, "campaign_id"));
    }

    private void group(JsonNode group) {
        heading(group);
        evidence("What speaks for it", group.path("evidence"));
        evidence("What speaks against it", group.path("counter_evidence"));
        line("What would change it");
        line("  " + change(group));
        line("");
    }

    private void heading(JsonNode group) {
        boolean cleared = string(group, "verdict").equals("allow");
        line((cleared ? "Cleared group " : "Campaign ") + string(group, "campaign_id"));
        line("  " + string(group, "explanation"));
        line("  Verdict      " + string(group, "verdict") + ", confidence "
                + Wording.probability(group.path("confidence").asDouble()));
        line("  Size         " + Wording.count(group.path("accounts").asLong(), "account") + ", "
                + Wording.count(group.path("exchanges").asLong(), "exchange"));
        line("");
        line("Columns: a campaign needs all three");
        group.path("columns").forEach(this::column);
        line("");
    }

    private void column(JsonNode column) {
        line(String.format(
                Locale.ROOT,
                "  %9s bits  %-13s %s",
                Wording.bits(column.path("bits").asDouble()),
                string(column, "column"),
                column.path("present").asBoolean() ? "present" : "not shown"));
    }

    private static String change(JsonNode group) {
        List<JsonNode> columns = elements(group.path("columns"));
        List<String> absent = columns.stream()
                .filter(column -> !column.path("present").asBoolean())
                .map(column -> string(column, "column"))
                .toList();
        if (!absent.isEmpty()) {
            return "Evidence of " + String.join(" and ", absent) + " would make it a campaign.";
        }
        return columns.stream()
                .min(Comparator.comparingDouble(column -> column.path("bits").asDouble()))
                .map(weakest -> "Its weakest column is " + string(weakest, "column") + " with "
                        + Wording.bits(weakest.path("bits").asDouble())
                        + " bits. Whatever refutes the evidence for it, such as a relation that the provider has"
                        + " verified, clears the group.")
                .orElse("Nothing is recorded.");
    }

    private void evidence(String title, JsonNode evidence) {
        line(title);
        if (evidence.isEmpty()) {
            line("  nothing that was weighed");
        }
        elements(evidence).stream()
                .sorted(Comparator.comparingDouble(
                        (JsonNode one) -> -Math.abs(one.path("bits").asDouble())))
                .forEach(one -> line(String.format(
                        Locale.ROOT,
                        "  %9s bits  %-13s %s",
                        Wording.bits(one.path("bits").asDouble()),
                        string(one, "column"),
                        string(one, "summary"))));
        line("");
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String string(JsonNode object, String field) {
        return VisibleText.of(object.path(field).asString(""));
    }

    private ExplanationText line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
