package org.iolaus.cli.watermark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iolaus.cli.watermark.JsonLines.Refusal;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeySchedule;
import tools.jackson.databind.JsonNode;

/** The keys that decisions named: JSON Lines with {@code watermark_key_id}. Other fields are passed over. */
public final class DecisionFile {
    private static final String FIELD = "watermark_key_id";

    private DecisionFile() {}

    /** The distinct key ids of the files, in order of appearance. */
    public static Set<KeyId> read(List<Path> files, KeySchedule schedule, JsonLines lines) throws IOException {
        Set<KeyId> ids = new LinkedHashSet<>();
        lines.read(files, (origin, line) -> ids.add(id(line, schedule)));
        return ids;
    }

    private static KeyId id(JsonNode line, KeySchedule schedule) throws Refusal {
        if (!line.path(FIELD).isString()) {
            throw new Refusal(FIELD + " must be a key id, as iolaus watermark keys id prints it");
        }
        try {
            KeyId id = KeyId.parse(line.path(FIELD).asString());
            schedule.epochOf(id);
            return id;
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
