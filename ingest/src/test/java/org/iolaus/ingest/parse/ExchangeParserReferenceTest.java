package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeParserReferenceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void parse_randomLines_agreesWithReference(long seed) {
        ExchangeLines lines = new ExchangeLines(seed);
        int accepted = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] line = lines.next();
            ExchangeParserFuzzer.fuzzerTestOneInput(line);
            accepted += ExchangeParserFuzzer.accepts(line) ? 1 : 0;
        }
        assertThat(accepted).isBetween(800, 3_600);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void parse_corpus_agreesWithReference(Path file) throws IOException {
        ExchangeParserFuzzer.fuzzerTestOneInput(Files.readAllBytes(file));
    }

    static List<Path> corpus() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ExchangeParserReferenceTest.class.getResource("corpus"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }

    @Test
    void parse_deepNesting_agreesWithReference() {
        for (int depth = 120; depth < 135; depth++) {
            String line = "{\"id\":\"a\",\"time\":\"2026-01-01T00:00:00Z\",\"account_id\":\"b\",\"model\":\"m\","
                    + "\"request\":{\"system\":\"\"},\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            ExchangeParserFuzzer.fuzzerTestOneInput(line.getBytes(UTF_8));
        }
    }
}
