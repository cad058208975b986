package org.iolaus.cli.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.iolaus.ingest.stream.LineStream;

/** Where exchanges come from. */
public sealed interface ExchangeSource {
    /** Names for the summary. */
    List<String> names();

    /** Processor time that making them has taken so far, in nanoseconds. */
    long processorNanos();

    /** Files and folders. */
    record Files(List<Path> paths) implements ExchangeSource {
        public Files {
            paths = List.copyOf(paths);
        }

        @Override
        public List<String> names() {
            return paths.stream().map(Path::toString).toList();
        }

        @Override
        public long processorNanos() {
            return 0;
        }
    }

    /**
     * Lines that are made while they are read.
     *
     * @param lines the lines
     * @param processorTime what making them has taken so far, in nanoseconds
     */
    record Made(LineStream lines, LongSupplier processorTime) implements ExchangeSource {
        @Override
        public List<String> names() {
            return List.of(lines.name());
        }

        @Override
        public long processorNanos() {
            return processorTime.getAsLong();
        }
    }
}
