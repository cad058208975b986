package org.iolaus.cli.policy;

import org.iolaus.cli.wording.VisibleText;
import tools.jackson.databind.JsonNode;

/** What a policy says of one subject, for a person to read; from the JSON that the service gives, too. */
public final class ExplanationText {
    private ExplanationText() {}

    public static String of(JsonNode explanation) {
        StringBuilder text = new StringBuilder();
        String endUser = text(explanation, "end_user_id");
        text.append("Account ").append(VisibleText.of(text(explanation, "account_id")));
        text.append(endUser.isEmpty() ? "" : ", end user " + VisibleText.of(endUser));
        text.append(": verdict ").append(text(explanation, "verdict")).append('\n');
        text.append("Served: ").append(text(explanation, "action")).append(by(text(explanation, "rule")));
        text.append(", reason ").append(text(explanation, "reason")).append('\n');
        text.append("With nothing in shadow: ").append(text(explanation, "shadow_action"));
        text.append(by(text(explanation, "shadow_rule"))).append("\n\n");
        for (JsonNode step : explanation.path("steps")) {
            text.append(step.path("applies").asBoolean(false) ? "  applies   " : "  does not  ");
            text.append(VisibleText.of(text(step, "rule")))
                    .append(" (")
                    .append(text(step, "mode"))
                    .append("): ");
            text.append(VisibleText.of(text(step, "reason"))).append('\n');
        }
        if (!explanation.path("remedies").isEmpty()) {
            text.append("\nWhat would change it, with nothing in shadow:\n");
            explanation
                    .path("remedies")
                    .forEach(remedy ->
                            text.append("  ").append(remedy.asString("")).append('\n'));
        }
        return text.toString();
    }

    private static String by(String rule) {
        return rule.isEmpty() ? "" : " by " + VisibleText.of(rule);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
