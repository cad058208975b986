package org.iolaus.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.iolaus.watermark.sampling.ContextHistory;
import org.iolaus.watermark.scheme.ContextWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Holds g-values and masks against those of the reference implementation, bit for bit. */
class ReferenceVectorsTest {
    private static final ContextWindow WINDOW = new ContextWindow(4);

    @ParameterizedTest
    @ValueSource(strings = {"g-values-published.json", "g-values-wide.json"})
    void bits_ofTheReferencesTokens_areItsGValues(String file) throws IOException {
        JsonNode vectors = read(file);
        SynthIdKeys keys = keys(vectors);
        GValues values = GValues.published(WINDOW, keys);

        assertThat(keys.start()).isEqualTo(Long.parseLong(vectors.get("start").asString()));
        for (JsonNode row : vectors.get("rows")) {
            int[] tokens = tokens(row);
            for (int position = 4; position < tokens.length; position++) {
                long bits = values.bits(values.window(tokens, position), tokens[position]);
                assertThat(binary(bits, values.layers()))
                        .isEqualTo(row.get("g").get(position - 4).asString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "g-values-published.json, 1024",
        "g-values-published.json, 10",
        "g-values-wide.json, 1024",
        "g-values-wide.json, 10"
    })
    void repeatsThenAdd_ofTheReferencesTokens_isItsMask(String file, int capacity) throws IOException {
        JsonNode vectors = read(file);
        GValues values = GValues.published(WINDOW, keys(vectors));

        for (JsonNode row : vectors.get("rows")) {
            int[] tokens = tokens(row);
            ContextHistory hashed = new ContextHistory(capacity);
            ContextHistory folded = new ContextHistory(capacity);
            StringBuilder mask = new StringBuilder();
            for (int position = 4; position < tokens.length; position++) {
                boolean repeats = hashed.repeatsThenAdd(values.window(tokens, position));
                assertThat(folded.repeatsThenAdd(WINDOW.fold(tokens, position))).isEqualTo(repeats);
                mask.append(repeats ? '0' : '1');
            }
            assertThat(mask).hasToString(row.get("notRepeated" + capacity).asString());
        }
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream json = ReferenceVectorsTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static SynthIdKeys keys(JsonNode vectors) {
        List<Long> layers = StreamSupport.stream(vectors.get("keys").spliterator(), false)
                .map(key -> Long.valueOf(key.asString()))
                .toList();
        return new SynthIdKeys(layers);
    }

    private static int[] tokens(JsonNode row) {
        JsonNode tokens = row.get("tokens");
        return IntStream.range(0, tokens.size()).map(i -> tokens.get(i).asInt()).toArray();
    }

    private static String binary(long bits, int layers) {
        StringBuilder binary = new StringBuilder();
        for (int layer = 0; layer < layers; layer++) {
            binary.append(bits >>> layer & 1);
        }
        return binary.toString();
    }
}
