package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.iolaus.simulator.text.Grammars;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Long items do not repeat by accident: not between accounts that have neither campaign nor group in common. */
class ItemCollisionTest {
    private static final int LONG = 120;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Grammars.class)
    void write_longItems_rarelyRepeatBetweenStrangers(Grammars grammars) throws IOException {
        Traffic traffic = Traffic.of("mixed", new SimulationConfig(4, 0.3, 7, 2).speaking(grammars), folder);
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode exchange : traffic.exchanges()) {
            String turn = Traffic.turn(exchange);
            if (turn.length() >= LONG) {
                askers.computeIfAbsent(turn, _ -> new HashSet<>()).add(unit(traffic, exchange));
            }
        }
        long shared = askers.values().stream().filter(each -> each.size() > 1).count();
        assertThat(askers).hasSizeGreaterThan(5000);
        assertThat((double) shared / askers.size()).isLessThan(0.001);
    }

    private static String unit(Traffic traffic, JsonNode exchange) {
        JsonNode label = traffic.label(exchange);
        String account = exchange.path("account_id").asString();
        return label.path("campaign").asString(label.path("group").asString(account));
    }
}
