package org.iolaus.watermark.keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A span of time whose texts are marked alike: from its start until the next epoch's.
 *
 * @param number from 1
 * @param from when it begins; texts served at this time belong to it
 * @param settings how its texts are marked
 * @param commitment to its secret, made before it begins
 */
public record Epoch(int number, Instant from, MarkSettings settings, Commitment commitment) {
    public Epoch {
        if (commitment.committed().isAfter(from)) {
            throw new IllegalArgumentException("epoch " + number + " from " + from
                    + " must not begin before its commitment, made at " + commitment.committed());
        }
    }

    static Epoch of(StrictObject object) {
        Epoch epoch = new Epoch(
                object.integer("epoch"),
                object.time("from"),
                MarkSettings.of(object),
                Commitment.of(object.object("commitment")));
        object.end();
        return epoch;
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>(settings.fields());
        fields.put("epoch", number);
        fields.put("from", from.toString());
        fields.put("commitment", commitment.fields());
        return fields;
    }
}
