package org.iolaus.benchmarks.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;

/** Simulated traffic in a folder that is gone when it has been looked at. */
public final class TemporaryTraffic {
    private TemporaryTraffic() {}

    /** What is made of a folder of traffic. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Path folder) throws IOException, InterruptedException;
    }

    /**
     * Simulates a scenario at its own size and length, looks at it and deletes it.
     *
     * @param threads that make the traffic
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static <T> T look(Scenario scenario, long seed, int threads, Look<T> look)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("iolaus-traffic");
        try {
            new Simulation(scenario, new SimulationConfig(seed, 1, 0, threads)).write(folder);
            return look.at(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
