package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.capability.LabelledPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFilesTest {
    @TempDir
    private Path folder;

    private List<LabelledPrompt> read(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
        return PromptFiles.read(List.of(folder));
    }

    @Test
    void read_knownLabel_meansItsCapabilities() throws IOException {
        List<LabelledPrompt> prompts = read(
                "tables.jsonl", "{\"prompt\": \"p\", \"label\": \"data\", \"family\": \"f\", \"language\": \"deu\"}");
        assertThat(prompts).hasSize(1);
        assertThat(prompts.getFirst().asked())
                .containsExactlyInAnyOrder(Capability.DATA_ANALYSIS, Capability.REASONING);
        assertThat(prompts.getFirst().group()).isEqualTo("tables");
        assertThat(prompts.getFirst().language()).isEqualTo("de");
    }

    @Test
    void read_ownCapabilities_overruleTheLabel() throws IOException {
        List<LabelledPrompt> prompts = read(
                "a.jsonl",
                "{\"prompt\": \"p\", \"label\": \"chat\", \"capabilities\": [\"vision\"], \"group\": \"g\"}");
        assertThat(prompts.getFirst().asked()).containsExactly(Capability.VISION);
        assertThat(prompts.getFirst().group()).isEqualTo("g");
    }

    @Test
    void read_rowThatIsNotJson_namesFileAndLine() {
        assertThatThrownBy(() -> read("bad.jsonl", "{\"prompt\": \"p\"}", "{oops"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("bad.jsonl line 2 must be JSON");
    }

    @Test
    void read_unknownCapability_namesIt() {
        assertThatThrownBy(() -> read("bad.jsonl", "{\"prompt\": \"p\", \"capabilities\": [\"flying\"]}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("capability flying");
    }
}
