package org.iolaus.cli.calibration;

import java.util.List;

/**
 * What a calibration was made from.
 *
 * @param version version of Iolaus
 * @param configurationDigest digest of every setting that can change a finding
 * @param inputs files and folders that were read
 * @param exchanges exchanges counted
 * @param accounts accounts seen
 * @param subjects accounts and end users that were active
 * @param groups independent groups among them, those left out included
 * @param firstMicros event time of the first exchange
 * @param lastMicros event time of the last exchange
 * @param honest campaigns that a person has judged to be honest, by identifier
 * @param leftOut campaigns that a person has judged to be none of the honest traffic
 */
public record Provenance(
        String version,
        String configurationDigest,
        List<Input> inputs,
        long exchanges,
        long accounts,
        long subjects,
        long groups,
        long firstMicros,
        long lastMicros,
        List<String> honest,
        List<String> leftOut) {
    public Provenance {
        inputs = List.copyOf(inputs);
        honest = List.copyOf(honest);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One input.
     *
     * @param name file or folder, without the folders it lies in
     * @param sha256 digest of the file; of a folder, that of the list of its files' names and digests
     */
    public record Input(String name, String sha256) {}
}
