package org.iolaus.watermark.keys;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * What an engine needs to mark with one key id under Gumbel-max: the window and the 16 bytes of each key. Secret.
 *
 * @param id the key id that a decision names
 * @param window tokens of context
 * @param keys the keys by the name of their field, {@code account_key} and {@code campaign_key}: one, or both for an
 *     account of a campaign
 */
public record EngineConfig(KeyId id, int window, Map<String, MarkKey> keys) {
    public EngineConfig {
        keys = Map.copyOf(keys);
    }

    /**
     * What the ring has for a key id.
     *
     * @throws IllegalArgumentException if its epoch is not marked with Gumbel-max
     */
    public static EngineConfig of(KeyRing ring, KeyId id) {
        Scheme scheme = ring.schedule().epochOf(id).settings().scheme();
        if (!(scheme instanceof Scheme.Gumbel)) {
            throw new IllegalArgumentException("key id " + id + " must be of an epoch with scheme gumbel");
        }
        Map<String, MarkKey> keys = new HashMap<>();
        for (KeyId single : id.single()) {
            Optional<String> account = single.owner().accountId();
            keys.put(account.isPresent() ? "account_key" : "campaign_key", ring.markKey(single));
        }
        return new EngineConfig(id, scheme.window().width(), keys);
    }

    /** The file's content: JSON, keys in hexadecimal. */
    public String json() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("key_id", id.toString());
        fields.put("scheme", "gumbel");
        fields.put("window", window);
        keys.forEach((name, key) -> fields.put(name, HexFormat.of().formatHex(key.secret())));
        return CanonicalJson.indented(fields);
    }

    @Override
    public String toString() {
        return "engine configuration of " + id;
    }
}
