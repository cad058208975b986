package org.iolaus.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.stream.ExchangeMapper;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;

/**
 * The first stages of a scan alone: {@code read} parses every exchange, {@code fingerprint} fingerprints it too. What
 * comes out is thrown away. Prints the number of exchanges.
 */
final class FirstStages {
    private FirstStages() {}

    /** Arguments: {@code read} or {@code fingerprint}, number of threads, then the files. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Supplier<ExchangeMapper<Object>> mapper = switch (arguments[0]) {
            case "read" -> () -> Exchange::timeMicros;
            case "fingerprint" -> FirstStages::fingerprinter;
            default -> throw new IllegalArgumentException("stage " + arguments[0] + " must be read or fingerprint");
        };
        var counts = ExchangeStream.read(
                Arrays.stream(arguments).skip(2).map(Path::of).toList(),
                IngestConfig.of(Integer.parseInt(arguments[1]), Instant.now()),
                mapper,
                new Nowhere(),
                rejection -> {},
                (read, total, exchanges) -> {});
        System.out.println(counts.exchanges());
    }

    private static ExchangeMapper<Object> fingerprinter() {
        Fingerprinter fingerprinter = new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled());
        return fingerprinter::fingerprint;
    }

    private static final class Nowhere implements OrderedSink<Object> {
        @Override
        public void accept(Object item, long timeMicros) {}

        @Override
        public void watermark(long micros) {}
    }
}
