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
        if (account.has("group_id")) {
            line("  Group        " + string(account, "group_id") + ", watched");
        }
        line("");
        accountEvidence(account);
        line("What would change it");
        line("  " + string(account, "remedy"));
        line("");
    }

    /** What is the account's own and what is its group's, apart; what ties an account to a group is coordination. */
    private void accountEvidence(JsonNode account) {
        boolean grouped = account.has("campaign_id") || account.has("group_id");
        if (!grouped) {
            evidence("What speaks for it", account.path("evidence"));
            evidence("What speaks against it", account.path("counter_evidence"));
            return;
        }
        evidence("What ties the account to the group", own(account.path("evidence"), true));
        evidence("What the group as a whole shows", own(account.path("evidence"), false));
        evidence("What speaks against a tie", own(account.path("counter_evidence"), true));
        evidence("What speaks against the group", own(account.path("counter_evidence"), false));
    }

    private static List<JsonNode> own(JsonNode evidence, boolean own) {
        return elements(evidence).stream()
                .filter(one -> string(one, "column").equals("coordination") == own)
                .toList();
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
        line("  " + string(group, "remedy"));
        line("");
    }

    private void heading(JsonNode group) {
        line(kind(string(group, "campaign_id"), string(group, "verdict")) + string(group, "campaign_id"));
        line("  " + string(group, "explanation"));
        line("  Verdict      " + string(group, "verdict") + ", confidence "
                + Wording.probability(group.path("confidence").asDouble()));
        line("  Size         " + Wording.count(group.path("accounts").asLong(), "account") + ", "
                + Wording.count(group.path("exchanges").asLong(), "exchange"));
        line("");
        line("Columns: a campaign needs all three, and two independent families of evidence");
        group.path("columns").forEach(this::column);
        line("");
    }

    private static String kind(String id, String verdict) {
        if (id.startsWith("cmp-")) {
            return "Campaign ";
        }
        return verdict.equals("allow") ? "Cleared group " : "Watched group ";
    }

    private void column(JsonNode column) {
        line(String.format(
                Locale.ROOT,
                "  %9s bits  %-13s %s",
                Wording.bits(column.path("bits").asDouble()),
                string(column, "column"),
                column.path("present").asBoolean() ? "present" : "not shown"));
    }

    private void evidence(String title, JsonNode evidence) {
        evidence(title, elements(evidence));
    }

    private void evidence(String title, List<JsonNode> evidence) {
        line(title);
        if (evidence.isEmpty()) {
            line("  nothing that was weighed");
        }
        evidence.stream()
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
