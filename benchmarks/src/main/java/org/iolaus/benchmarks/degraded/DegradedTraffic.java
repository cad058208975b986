package org.iolaus.benchmarks.degraded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.ingest.file.Unpacked;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A folder of traffic made poor. */
final class DegradedTraffic {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LEVEL = 1;

    private DegradedTraffic() {}

    /** Writes the records of one folder into another, changed; labels and truth stay behind. */
    static void write(Kind kind, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : Recording.exchangeFiles(from)) {
            records(file, to, kind::exchange);
        }
        records(from.resolve("accounts.jsonl.zst"), to, account -> {
            kind.account(account);
            return true;
        });
        Files.copy(from.resolve("releases.jsonl"), to.resolve("releases.jsonl"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void records(Path file, Path to, Predicate<ObjectNode> change) throws IOException {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Unpacked.of(Files.newInputStream(file)), UTF_8));
                OutputStream out = new BufferedOutputStream(
                        new ZstdOutputStream(Files.newOutputStream(to.resolve(file.getFileName())), LEVEL))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ObjectNode changed = (ObjectNode) MAPPER.readTree(line);
                if (change.test(changed)) {
                    out.write(MAPPER.writeValueAsBytes(changed));
                    out.write('\n');
                }
            }
        }
    }
}
