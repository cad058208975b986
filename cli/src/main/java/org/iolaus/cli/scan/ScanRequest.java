package org.iolaus.cli.scan;

import java.nio.file.Path;
import java.util.List;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.ingest.enrich.EnrichmentConfig;

/**
 * What is to be scanned and how.
 *
 * @param exchanges where exchanges come from
 * @param accounts files of account facts, none if unknown
 * @param releases files of model releases, none if unknown
 * @param reviews files of people's decisions, none if there are none
 * @param enrichment databases and lists that say what an address is
 * @param detector how exchanges are fingerprinted and groups are found
 * @param shapes what records look like
 * @param threads threads that read and fingerprint
 */
public record ScanRequest(
        ExchangeSource exchanges,
        List<Path> accounts,
        List<Path> releases,
        List<Path> reviews,
        EnrichmentConfig enrichment,
        DetectorConfig detector,
        ShapeChoice shapes,
        int threads) {
    public ScanRequest {
        accounts = List.copyOf(accounts);
        releases = List.copyOf(releases);
        reviews = List.copyOf(reviews);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
    }

    /** The same with other bounds. */
    public ScanRequest with(Bounds bounds) {
        return new ScanRequest(
                exchanges, accounts, releases, reviews, enrichment, detector.with(bounds), shapes, threads);
    }

    /** The same with people's decisions. */
    public ScanRequest with(List<Path> others) {
        return new ScanRequest(exchanges, accounts, releases, others, enrichment, detector, shapes, threads);
    }
}
