package org.iolaus.service.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes an answer as the same JSON as {@link Answer#fields}, without building a tree: look-ups are many. */
final class AnswerText {
    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(() -> new StringBuilder(512));

    private AnswerText() {}

    static String of(Answer answer) {
        StringBuilder json = TEXT.get();
        json.setLength(0);
        json.append('{');
        text(json, "account_id", answer.accountId());
        text(json, "end_user_id", answer.endUserId());
        text(json, "action", answer.action().label());
        raw(json, "permitted", Boolean.toString(answer.permitted()));
        Long retryAfter = answer.permitted() ? null : answer.retryAfterSeconds();
        if (retryAfter != null) {
            raw(json, "retry_after_seconds", retryAfter.toString());
        }
        text(json, "reason", answer.reason().label());
        text(json, "campaign_id", answer.campaignId());
        text(json, "reference", answer.reference().isEmpty() ? null : answer.reference());
        if (answer.expiresMillis() != Long.MAX_VALUE) {
            text(
                    json,
                    "expires_at",
                    Instant.ofEpochMilli(answer.expiresMillis()).toString());
        }
        raw(json, "provisional", Boolean.toString(answer.provisional()));
        text(json, "watermark_key_id", answer.watermarkKeyId());
        text(json, "message", answer.message().isEmpty() ? null : answer.message());
        return json.append('}').toString();
    }

    private static void raw(StringBuilder json, String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":").append(value);
    }

    private static void text(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            raw(json, name, "\"");
            quoted(json, value);
            json.append('"');
        }
    }

    private static void quoted(StringBuilder json, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
    }
}
