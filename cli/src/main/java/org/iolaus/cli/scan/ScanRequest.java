package org.iolaus.cli.scan;

import java.nio.file.Path;
import java.util.List;
import org.iolaus.detection.fingerprint.FingerprintConfig;

/**
 * What is to be scanned and how.
 *
 * @param exchanges files and folders of exchanges
 * @param accounts files of account facts, none if unknown
 * @param releases files of model releases, none if unknown
 * @param lists databases and lists that say what an address is
 * @param fingerprints how exchanges are fingerprinted
 * @param threads threads that read and fingerprint
 */
public record ScanRequest(
        List<Path> exchanges,
        List<Path> accounts,
        List<Path> releases,
        AddressLists lists,
        FingerprintConfig fingerprints,
        int threads) {
    public ScanRequest {
        exchanges = List.copyOf(exchanges);
        accounts = List.copyOf(accounts);
        releases = List.copyOf(releases);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " must be at least 1");
        }
    }
}
