package org.iolaus.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times {@code ./iolaus scan}, its {@link FirstStages} and {@link DuckDbCount} on the same files, in turn and as whole
 * processes, and prints their ratio to the last.
 */
final class ScanRatio {
    private final Side duckDb = new Side("DuckDB");
    private final Side read = new Side("read");
    private final Side fingerprint = new Side("+ prints");
    private final Side scan = new Side("scan");
    private final List<Side> sides = List.of(duckDb, read, fingerprint, scan);
    private final Path results;
    private final List<Path> files;

    /** A command and its runs. */
    private record Side(String name, List<String> command, List<TimedProcess> runs) {
        Side(String name) {
            this(name, new ArrayList<>(), new ArrayList<>());
        }
    }

    private ScanRatio(Path launcher, Path traffic, Path results, int threads, List<String> scanOptions)
            throws IOException {
        this.results = results;
        files = exchangeFiles(traffic);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classpath = System.getProperty("java.class.path");
        for (Side side : List.of(duckDb, read, fingerprint)) {
            side.command().addAll(List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classpath));
        }
        String count = Integer.toString(threads);
        duckDb.command().addAll(List.of(DuckDbCount.class.getName(), count));
        read.command().addAll(List.of(FirstStages.class.getName(), "read", count));
        fingerprint.command().addAll(List.of(FirstStages.class.getName(), "fingerprint", count));
        scan.command().addAll(List.of(launcher.toString(), "scan"));
        for (Side side : sides) {
            files.forEach(file -> side.command().add(file.toString()));
        }
        scan.command().addAll(List.of("--out", results.toString()));
        scan.command().addAll(scanOptions);
    }

    /** Arguments: launcher, folder of traffic, folder for results, threads of DuckDB, runs, options of the scan. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var ratio = new ScanRatio(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                List.of(arguments).subList(5, arguments.length));
        ratio.measure(Integer.parseInt(arguments[4]));
    }

    private void measure(int runs) throws IOException, InterruptedException {
        for (int run = 1; run <= runs; run++) {
            deleteResults();
            print("run %d of %d:", run, runs);
            for (Side side : sides) {
                side.runs().add(TimedProcess.run(side.command()));
                print(" %s %.2f s", side.name(), side.runs().getLast().seconds());
            }
            print("%n");
        }
        report();
    }

    private void report() throws IOException {
        String[] counts = duckDb.runs().getFirst().output().strip().split("\t", -1);
        long exchanges = Long.parseLong(counts[0]);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        print(
                "%n%,d exchanges of %s accounts in %d files, %,d bytes stored%n",
                exchanges, counts[1], files.size(), bytes);
        print(
                "%-8s %10s %10s %10s %14s %13s %10s%n",
                "", "min s", "median s", "max s", "exchanges/s", "peak memory", "to DuckDB");
        double yardstick = seconds(duckDb).median();
        for (Side side : sides) {
            Sample seconds = seconds(side);
            print(
                    "%-8s %10.2f %10.2f %10.2f %14.0f %13s %10.2f%n",
                    side.name(),
                    seconds.min(),
                    seconds.median(),
                    seconds.max(),
                    exchanges / seconds.median(),
                    peak(side),
                    seconds.median() / yardstick);
        }
    }

    private static Sample seconds(Side side) {
        return Sample.of(side.runs().stream().map(TimedProcess::seconds).toList());
    }

    private static String peak(Side side) {
        long peak =
                side.runs().stream().mapToLong(TimedProcess::peakBytes).max().orElse(-1);
        return peak < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f GiB", peak / (double) (1 << 30));
    }

    private static List<Path> exchangeFiles(Path traffic) throws IOException {
        try (Stream<Path> found = Files.walk(traffic)) {
            var files = found.filter(file -> {
                        String path = traffic.relativize(file).toString();
                        return path.contains("exchanges") && path.endsWith(".jsonl.zst");
                    })
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("folder " + traffic + " must hold exchanges*.jsonl.zst");
            }
            return files;
        }
    }

    private void deleteResults() throws IOException {
        if (!Files.exists(results)) {
            return;
        }
        try (Stream<Path> found = Files.walk(results)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
