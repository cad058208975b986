package org.iolaus.simulator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.iolaus.simulator.actor.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusReaderTest {
    private static final String GOOD = "{\"prompt\": \"Why?\", \"label\": \"chat\", \"side\": \"benign\"}\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void read_filesOfSeveralKinds_arePooledByKindOfWork() throws IOException {
        Files.writeString(folder.resolve("b.jsonl"), GOOD + "\n" + GOOD);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
            out.write("{\"prompt\":\"Sum it\",\"system\":\"Think\",\"label\":\"cot\",\"group\":7}\n".getBytes(UTF_8));
        }
        Files.writeString(folder.resolve("README.md"), "not a prompt");

        assertThat(CorpusReader.read(folder).pools())
                .containsEntry("reasoning", List.of(new Prompt("Think", "Sum it")))
                .containsEntry("chat", List.of(new Prompt("", "Why?")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"label": "chat"}                     | prompt null must be text and not blank
            {"prompt": " ", "label": "chat"}      | must be text and not blank
            {"prompt": "Why?"}                    | label is missing
            {"prompt": "Why?", "label": "poetry"} | label poetry must be one of [benchmark, chat
            ["Why?"]                              | the line must be a JSON object
            {"prompt": "Why                       | the line must be one JSON object
            """)
    void read_badLine_namesFileLineValueAndRule(String line, String reason) throws IOException {
        Files.writeString(folder.resolve("bad.jsonl"), GOOD + line + "\n");

        assertThatThrownBy(() -> CorpusReader.read(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.jsonl line 2: ")
                .hasMessageContaining(reason);
    }

    @Test
    void read_folderWithoutPrompts_isAnError() {
        assertThatThrownBy(() -> CorpusReader.read(folder)).hasMessageContaining("must hold files *.jsonl");
    }
}
