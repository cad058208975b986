package org.iolaus.cli.output;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a scan besides its findings. Only this varies between two scans of the same input.
 *
 * @param version version of Iolaus
 * @param configurationDigest digest of every setting that can change a finding, secrets left out
 * @param inputs names of the exchange files and folders, as given
 * @param accountFiles names of the account files, as given
 * @param exchangesRead lines that held an exchange
 * @param bytesRead bytes of input as stored
 * @param rejected lines set aside, by reason
 * @param skipped records that are no inference
 * @param shapes files by the shape of their records
 * @param missing exchanges that lack an optional field, by field
 * @param threads threads used
 * @param wallSeconds duration
 * @param processorSeconds processor time by stage
 * @param peakMemoryBytes largest resident size of the process
 * @param calibration what the bounds come from, or null for the fixed ones
 */
public record Run(
        String version,
        String configurationDigest,
        List<String> inputs,
        List<String> accountFiles,
        long exchangesRead,
        long bytesRead,
        SortedMap<String, Long> rejected,
        long skipped,
        SortedMap<String, Long> shapes,
        SortedMap<String, Long> missing,
        int threads,
        double wallSeconds,
        SortedMap<String, Double> processorSeconds,
        long peakMemoryBytes,
        @Nullable AppliedCalibration calibration) {
    public Run {
        inputs = List.copyOf(inputs);
        accountFiles = List.copyOf(accountFiles);
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        processorSeconds = Collections.unmodifiableSortedMap(new TreeMap<>(processorSeconds));
        shapes = Collections.unmodifiableSortedMap(new TreeMap<>(shapes));
        missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
    }

    /** The same under a calibration. */
    public Run under(AppliedCalibration applied) {
        return new Run(
                version,
                configurationDigest,
                inputs,
                accountFiles,
                exchangesRead,
                bytesRead,
                rejected,
                skipped,
                shapes,
                missing,
                threads,
                wallSeconds,
                processorSeconds,
                peakMemoryBytes,
                applied);
    }

    /** Lines set aside for whatever reason. */
    public long rejectedLines() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    public double exchangesPerSecond() {
        return wallSeconds > 0 ? exchangesRead / wallSeconds : 0;
    }
}
