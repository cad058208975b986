package org.iolaus.benchmarks.simulate;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.iolaus.simulator.Play;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;

/**
 * Plays a scenario and throws its lines away. Prints exchanges a second by the clock and by processor time, which
 * counts the compiler and the collector too.
 */
final class SimulationRate {
    private static final int BLOCK = 1 << 19;

    private SimulationRate() {}

    /** Arguments: scenario, scale, seed, threads. */
    public static void main(String[] arguments) throws IOException {
        SimulationConfig config = new SimulationConfig(
                Long.parseLong(arguments[2]), Double.parseDouble(arguments[1]), 0, Integer.parseInt(arguments[3]));
        Moment before = Moment.now();
        Play play = new Simulation(Scenarios.of(arguments[0]), config).play();
        Moment cast = Moment.now();
        long bytes = drain(play);
        Moment after = Moment.now();
        int exchanges = play.summary().exchanges();
        System.out.printf(Locale.ROOT, "%,d exchanges of %,d bytes%n", exchanges, bytes / exchanges);
        print("cast", exchanges, before, cast);
        print("lines", exchanges, cast, after);
        print("both", exchanges, before, after);
    }

    private static long drain(Play play) throws IOException {
        byte[] block = new byte[BLOCK];
        long bytes = 0;
        try (InputStream lines = play.exchanges()) {
            for (int read = lines.read(block); read >= 0; read = lines.read(block)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static void print(String what, int exchanges, Moment from, Moment to) {
        double wall = (to.wallNanos - from.wallNanos) / 1e9;
        double processor = (to.processorNanos - from.processorNanos) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-6s %6.2f s (%,9.0f a second)  processor %6.2f s (%,9.0f a second and core)%n",
                what,
                wall,
                exchanges / wall,
                processor,
                exchanges / processor);
    }

    /** A reading of both clocks. */
    private record Moment(long wallNanos, long processorNanos) {
        static Moment now() {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Moment(System.nanoTime(), system.getProcessCpuTime());
        }
    }
}
