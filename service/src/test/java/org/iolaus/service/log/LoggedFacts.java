package org.iolaus.service.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.service.fact.Fact;

/** What lies in the log of a service that has stopped, or been killed. */
public final class LoggedFacts {
    private LoggedFacts() {}

    /** All facts, in order. */
    public static List<Fact> in(Path data) throws IOException {
        Disk disk = new FolderDisk(data.resolve("log"));
        List<Fact> facts = new ArrayList<>();
        for (String name : disk.list()) {
            String digest = new SegmentReader(disk, name).header().digest();
            try (FactLog log = FactLog.open(disk, LogConfig.DEFAULT, digest, InstantSource.system())) {
                log.replay(0, (position, batch) -> facts.addAll(batch.facts()));
            }
            return facts;
        }
        return facts;
    }

    /** Fingerprints of all exchanges, in order. */
    public static List<Fingerprint> exchanges(Path data) throws IOException {
        return in(data).stream()
                .filter(Fact.Exchanged.class::isInstance)
                .map(fact -> ((Fact.Exchanged) fact).fingerprint())
                .toList();
    }
}
