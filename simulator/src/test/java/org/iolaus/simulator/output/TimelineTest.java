package org.iolaus.simulator.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Slices are several here: more exchanges than one slice holds. */
class TimelineTest {
    @Test
    void next_manySlices_areOneOrderOfTime() throws IOException {
        SimulationConfig config = new SimulationConfig(4, 1.5, 0, 2);
        try (InputStream in =
                new Simulation(Scenarios.named("demo"), config).play().exchanges()) {
            List<String> lines = new String(in.readAllBytes(), UTF_8).lines().toList();
            List<String> times = lines.stream()
                    .map(line -> line.substring(line.indexOf("\"time\":\"")).substring(8, 35))
                    .toList();

            assertThat(lines).hasSizeGreaterThan(1 << 16);
            assertThat(times).isSorted();
            assertThat(lines.getLast()).startsWith("{\"id\":\"x" + (lines.size() - 1) + "\"");
        }
    }
}
