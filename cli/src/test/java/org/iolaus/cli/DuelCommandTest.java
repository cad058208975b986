package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code duel}, run as a person runs it. */
class DuelCommandTest {
    private static CommandRun small(Object... more) {
        Stream<Object> fixed = Stream.of(
                "duel", "--population", "ordinary", "--scale", 0.2, "--days", 3, "--calm-days", 1, "--seeds", 2);
        return CommandRun.of(Stream.concat(fixed, Stream.of(more)).toArray());
    }

    @Test
    void duel_twoDefences_showsBothAndWritesThemDown(@TempDir Path folder) throws Exception {
        CommandRun run = small("--budgets", 100, "--defenders", "none,iolaus", "--out", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("4 duels of a learning attacker, seeds 1 to 2", "Worst for Iolaus", "DEFENCE");
        assertThat(run.err()).contains("Seed 1 done.", "Seed 2 done.");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("duel.json")));
        assertThat(json.get("duels")).hasSize(4);
        assertThat(json.get("config").get("prices").get("account").asInt()).isEqualTo(500);
        JsonNode none = json.get("duels").get(0);
        assertThat(none.get("defender").asString()).isEqualTo("NONE");
        assertThat(none.get("relinking").get("medianExchanges").isNull()).isTrue();
        assertThat(none.get("obtained").asInt()).isPositive();
    }

    @Test
    void duel_valueOutOfRange_isWrongUsage() {
        CommandRun run = small("--budgets", 0);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("budgets", "at least 1");
        assertThat(CommandRun.of("duel", "--seeds", 0).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("duel", "--defenders", "walls").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("duel", "--population", "nowhere").err()).contains("nowhere");
    }
}
