package org.iolaus.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

class JsonValueLinesFuzzTest {
    /** Of an array, or of objects one after another, each is a line; other bytes stay as many as they are. */
    @FuzzTest
    void read_anyBytes_givesEachValueALine(byte[] bytes) throws IOException {
        byte[] lines = JsonValueLines.of(new ByteArrayInputStream(bytes)).readAllBytes();

        assertThat(lines).hasSameSizeAs(bytes);
        JsonNode json = parsed(bytes);
        if (json != null && json.isArray()) {
            assertThat(values(lines)).containsExactlyElementsOf(json);
        } else if (json != null && json.isObject()) {
            assertThat(values(lines)).containsExactly(json);
        }
    }

    private static List<JsonNode> values(byte[] lines) {
        List<JsonNode> values = new ArrayList<>();
        for (String line : new String(lines, UTF_8).split("\n", -1)) {
            JsonNode value = parsed(line.getBytes(UTF_8));
            if (value != null && !line.isBlank()) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable JsonNode parsed(byte[] bytes) {
        try {
            JsonNode json = Trees.parse(bytes, 0, bytes.length);
            return json.isMissingNode() ? null : json;
        } catch (LineRejection e) {
            return null;
        }
    }
}
