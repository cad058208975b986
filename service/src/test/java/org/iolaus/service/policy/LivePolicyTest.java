package org.iolaus.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePolicyTest {
    private static final String SHADOW = "version: 1\nappeal: Quote {reference}.\n";

    @TempDir
    private Path folder;

    @Test
    void check_changedFile_isInForceAndToldOf() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), SHADOW);
        LivePolicy live = new LivePolicy(file);
        List<Policy> heard = new ArrayList<>();
        live.listen(heard::add);

        write(file, SHADOW + "mode: enforce\n", 5);
        live.check();
        live.check();

        assertThat(live.policy().terms().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(heard).containsExactly(live.policy());
    }

    @Test
    void check_brokenFile_leavesThePolicyBeforeIt() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), SHADOW);
        LivePolicy live = new LivePolicy(file);
        Policy before = live.policy();

        write(file, SHADOW + "mode: enforce\nrules: [{name: a}]\n", 5);
        live.check();

        assertThat(live.policy()).isSameAs(before);
        assertThat(live.reload())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("policy.yaml: line 4: key rules[0].action is missing"));
    }

    private static void write(Path file, String text, long seconds) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(seconds)));
    }
}
