package org.iolaus.service.review.audit;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.review.vault.DataKey;
import org.jspecify.annotations.Nullable;

/** An audit entry being written: what was done, by whom, to what. Identifiers and free text go in sealed. */
public final class AuditEntry {
    /** Purpose under which free text is sealed. */
    public static final String REASON = "reason";

    private static final String ACCOUNT = "account";
    private static final String END_USER = "end-user";

    private final Map<String, Object> fields = new TreeMap<>();
    private final List<Object> accounts = new ArrayList<>();

    /**
     * @param action what was done, e.g. {@code case.confirm}
     * @param actor id of the API key that did it, or {@code service}
     */
    public AuditEntry(String action, String actor) {
        fields.put("action", action);
        fields.put("actor", actor);
    }

    /** Adds a word that names nobody: a state, a scope, a case's or key's id. */
    public AuditEntry put(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    public AuditEntry put(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds an account, sealed under its own key. */
    public AuditEntry account(DataKey key, @Nullable String endUserId) {
        Map<String, Object> account = new TreeMap<>();
        account.put("key", key.ref());
        account.put("id", base64(key.seal(ACCOUNT, key.owner())));
        if (endUserId != null) {
            account.put("end_user", base64(key.seal(END_USER, endUserId)));
        }
        accounts.add(account);
        return this;
    }

    /** Adds free text, sealed under a case's or account's key. */
    public AuditEntry reason(DataKey key, String text) {
        fields.put("reason", new TreeMap<>(Map.of("key", key.ref(), "text", base64(key.seal(REASON, text)))));
        return this;
    }

    String canonical(long sequence, String time) {
        Map<String, Object> entry = new TreeMap<>(fields);
        if (!accounts.isEmpty()) {
            entry.put("accounts", accounts);
        }
        entry.put("sequence", sequence);
        entry.put("time", time);
        return JsonText.line(entry);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
