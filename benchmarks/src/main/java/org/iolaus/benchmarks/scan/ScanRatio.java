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
 * Times {@code ./iolaus scan} and {@link DuckDbCount} on the same files, alternately and as whole processes, and prints
 * both and their ratio.
 */
final class ScanRatio {
    private static final String ROW = "%-8s %10.2f %10.2f %10.2f %14.0f %13s%n";

    private final List<String> duckDb = new ArrayList<>();
    private final List<String> scan = new ArrayList<>();
    private final Path results;
    private final List<Path> files;

    private ScanRatio(Path launcher, Path traffic, Path results, int threads, List<String> scanOptions)
            throws IOException {
        this.results = results;
        files = exchangeFiles(traffic);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classpath = System.getProperty("java.class.path");
        duckDb.addAll(List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classpath));
        duckDb.addAll(List.of(DuckDbCount.class.getName(), Integer.toString(threads)));
        scan.addAll(List.of(launcher.toString(), "scan"));
        for (Path file : files) {
            duckDb.add(file.toString());
            scan.add(file.toString());
        }
        scan.addAll(List.of("--out", results.toString()));
        scan.addAll(scanOptions);
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
        List<TimedProcess> duckDbRuns = new ArrayList<>();
        List<TimedProcess> scanRuns = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            duckDbRuns.add(TimedProcess.run(duckDb));
            deleteResults();
            scanRuns.add(TimedProcess.run(scan));
            print(
                    "run %d of %d: DuckDB %.2f s, scan %.2f s%n",
                    run,
                    runs,
                    duckDbRuns.getLast().seconds(),
                    scanRuns.getLast().seconds());
        }
        report(duckDbRuns, scanRuns);
    }

    private void report(List<TimedProcess> duckDbRuns, List<TimedProcess> scanRuns) throws IOException {
        String[] counts = duckDbRuns.getFirst().output().strip().split("\t", -1);
        long exchanges = Long.parseLong(counts[0]);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        print(
                "%n%,d exchanges of %s accounts in %d files, %,d bytes stored%n",
                exchanges, counts[1], files.size(), bytes);
        print("%-8s %10s %10s %10s %14s %13s%n", "", "min s", "median s", "max s", "exchanges/s", "peak memory");
        Sample yardstick = row("DuckDB", duckDbRuns, exchanges);
        Sample scanned = row("scan", scanRuns, exchanges);
        print(
                "ratio of the medians %.2f (of the fastest %.2f)%n",
                scanned.median() / yardstick.median(), scanned.min() / yardstick.min());
    }

    private static Sample row(String name, List<TimedProcess> runs, long exchanges) {
        var seconds = Sample.of(runs.stream().map(TimedProcess::seconds).toList());
        long peak = runs.stream().mapToLong(TimedProcess::peakBytes).max().orElse(-1);
        String memory = peak < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f GiB", peak / (double) (1 << 30));
        print(ROW, name, seconds.min(), seconds.median(), seconds.max(), exchanges / seconds.median(), memory);
        return seconds;
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
