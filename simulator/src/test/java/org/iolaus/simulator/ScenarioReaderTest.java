package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.campaign.Work;
import org.iolaus.simulator.text.Grammars;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.text.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String GOOD = """
            summary: A test
            days: 3
            population:
              - {archetype: class, accounts: 40, groups: 2}
              - {like: ordinary, times: 2}
            campaigns:
              - name: first
                size: {accounts: 48, exchanges: 20}
                work: {kinds: [coding], cover: 0.5}
            releases:
              - {model: orion-4, at: 0.5}
            """;

    private static Scenario read(String text) {
        return ScenarioReader.read("test", "test.yaml", text);
    }

    @Test
    void read_knobsLeftOut_areMiddling() {
        Scenario scenario = read(GOOD);
        assertThat(scenario.groups()).hasSize(25);
        assertThat(scenario.groups().getFirst().groups()).isEqualTo(2);
        Shape shape = scenario.campaigns().getFirst();
        assertThat(shape.expect()).isEqualTo("restrict");
        assertThat(shape.evasive()).isFalse();
        assertThat(shape.exits().pool()).isEqualTo(12);
        assertThat(shape.work().wordings()).isEqualTo(3);
        assertThat(shape.work().cover()).isEqualTo(0.5);
        assertThat(shape.life().to()).isEqualTo(1);
        assertThat(scenario.releases().getFirst().at()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    days: 3             | days: three          | test.yaml line 2: days three must be a whole number
                    days: 3             | days: 99             | test.yaml line 1: days 99 must be between 0 and 60
                    days: 3             | day: 3               | key days must be given; there are [summary, day,
                    summary             | note: 1\\nsummary    | key note must be one of [summary, days,
                    archetype: class    | archetype: cats      | line 4: population[0]: archetype cats must be one of
                    like: ordinary      | like: nobody         | line 5: population[1]: scenario nobody must be
                    times: 2            | times: 0             | times 0 must be at least 1
                    groups: 2           | groups: 0            | groups 0 must be at least 1
                    cover: 0.5          | cover: 0.99          | line 9: campaigns[0].work: cover 0.99 must be between
                    cover: 0.5          | cover: 0.5, cove: 1  | line 9: campaigns[0].work: key cove must be one of
                    cover: 0.5          | cover: 0.5, cover: 1 | line 9: campaigns[0].work: key cover must not come twice
                    cover: 0.5          | cover: [1]           | cover must be a single value
                    cover: 0.5          | reworded: yes        | reworded yes must be true or false
                    kinds: [coding]     | kinds: coding        | kinds must be a list
                    kinds: [coding]     | kinds: [poetry]      | kinds [poetry] must be some of
                    size: {             | tempo: {clock: late}\\n    size: { | clock late must be one of [round-the-clock
                    size: {             | exits: 7\\n    size: { | campaigns[0].exits: must be a mapping
                    size: {             | ties: {continues: x}\\n    size: { | continues x must name an earlier campaign
                    exchanges: 20       | total: 0             | exchanges 0.0 must be between
                    exchanges: 20       | exchanges: 9, total: 9 | either exchanges or total, not both
                    cover: 0.5          | copies: class        | copies class must be one of [enterprise-seat,
                    size: {             | ties: {template_of: x}\\n    size: { | template_of x must name an earlier campaign
                    cover: 0.5          | method: guess        | method guess must be one of [shards, sweep, probing,
                    cover: 0.5          | probes: 9            | key probes must be one of
                    cover: 0.5          | method: probing, probes: 0 | probes 0 must be at least 1
                    cover: 0.5          | method: replay, replays: 1 | replays 1 must be at least 2
                    size: {             | guise: cats\\n    size: { | guise cats must be one of [strangers, organization,
                    size: {             | guise: firm\\n    exits: {network: geo-matched}\\n    size: { | network geo-matched must not come with
                    size: {             | life: {aged_in: 2}\\n    size: { | aged_in 2.0 must be between 0 and 1
                    size: {             | life: {plan: gold}\\n    size: { | plan gold must be one of [free, pro, scale]
                    at: 0.5             | at: 1                | line 11: releases[0]: at 1.0 must be at least 0
                    population:         | population: [        | must be YAML
                    """)
    void read_badSetting_isNamedWithLineAndRule(String good, String bad, String message) {
        String text = GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad.replace("\\n", "\n")));
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file test.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void read_emptyFile_isRefused() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("test.yaml must not be empty");
    }

    @Test
    void of_file_isNamedAfterIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD);
        assertThat(Scenarios.of(file.toString()).name()).isEqualTo("mine");
        assertThat(Scenarios.of("demo")).isEqualTo(Scenarios.named("demo"));
    }

    @Test
    void documentation_example_isRead() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "simulator.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(example.find()).isTrue();
        assertThat(read(example.group(1)).campaigns()).isNotEmpty();
    }

    @Test
    void kinds_all_haveAFrame() {
        Library library = new Library(1, Grammars.ALL);
        for (String kind : Work.KINDS) {
            assertThat(library.grammar(Language.ENGLISH).has("frame." + kind + ".user"))
                    .as(kind)
                    .isTrue();
        }
    }
}
