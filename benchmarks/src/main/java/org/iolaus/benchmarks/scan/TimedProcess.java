package org.iolaus.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process timed from its start to its end.
 *
 * @param seconds wall time
 * @param peakBytes largest resident size that the system recorded, or -1 where it keeps no such record
 * @param output what it printed
 */
record TimedProcess(double seconds, long peakBytes, String output) {
    private static final long POLL_MILLIS = 20;

    /** Runs a command; its error stream goes to this process's own. */
    static TimedProcess run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("iolaus-benchmark", ".txt");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long peak = -1;
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, recordedPeak(process.pid()));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException("exit code " + process.exitValue() + " of " + command + " must be 0");
            }
            return new TimedProcess(seconds, peak, Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Linux keeps the high-water mark itself, so polling loses only what the last moments add. */
    private static long recordedPeak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException e) {
            return -1;
        }
    }
}
