package org.iolaus.ingest.stream;

import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.body.ShapeReaders;
import org.iolaus.ingest.file.InputFile;
import org.iolaus.ingest.file.LineBlock;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.parse.ExchangeParser;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeReader;

/** A worker's parsers and mapper: turns a block of lines into items. Not thread-safe. */
final class BlockMapper<T> {
    private final IngestConfig config;
    private final ExchangeParser parser;
    private final Map<Shape, ShapeReader> readers = new EnumMap<>(Shape.class);
    private final ExchangeMapper<T> mapper;

    BlockMapper(IngestConfig config, ExchangeMapper<T> mapper) {
        this.config = config;
        this.parser = new ExchangeParser(config.minTimeMicros(), config.maxTimeMicros());
        this.mapper = mapper;
    }

    MappedBlock<T> map(LineBlock block, InputFile file) {
        MappedBlock<T> mapped = new MappedBlock<>();
        byte[] bytes = block.bytes();
        for (int from = 0; from < block.length(); ) {
            int feed = Words.lineFeed(bytes, from, block.length());
            line(bytes, from, feed, file, mapped);
            from = feed + 1;
        }
        if (block.overlong()) {
            mapped.lines++;
            mapped.reject(overlong(file));
        }
        String failure = block.failure();
        if (failure != null) {
            mapped.rejectAt(mapped.lines + 1, failure);
        }
        mapped.last = block.last();
        return mapped;
    }

    private void line(byte[] bytes, int from, int to, InputFile file, MappedBlock<T> mapped) {
        mapped.lines++;
        if (Words.isBlank(bytes, from, to)) {
            mapped.blankLines++;
        } else if (to - from > config.maxLineBytes(file.shape())) {
            mapped.reject(overlong(file));
        } else if (file.shape() == Shape.EXCHANGES) {
            exchange(bytes, from, to, file, mapped);
        } else {
            foreign(bytes, from, to, file, mapped);
        }
    }

    private void exchange(byte[] bytes, int from, int to, InputFile file, MappedBlock<T> mapped) {
        Exchange exchange;
        try {
            exchange = parser.parse(bytes, from, to, file.source());
        } catch (LineRejection e) {
            mapped.reject(e.reason());
            return;
        }
        mapped.add(mapper.map(exchange), exchange.timeMicros());
    }

    private void foreign(byte[] bytes, int from, int to, InputFile file, MappedBlock<T> mapped) {
        ShapeReader reader = readers.computeIfAbsent(file.shape(), shape -> ShapeReaders.of(shape, config.names()));
        Origin origin = new Origin("", file.source(), config.minTimeMicros(), config.maxTimeMicros());
        boolean binary = file.shape().binary();
        byte[] record = binary ? Base64.getDecoder().decode(Arrays.copyOfRange(bytes, from, to)) : bytes;
        mapped.skipped += reader.read(
                        record,
                        binary ? 0 : from,
                        binary ? record.length : to,
                        origin,
                        exchange -> mapped.add(mapper.map(exchange), exchange.timeMicros()),
                        rejection -> mapped.reject(rejection.reason()))
                .skipped();
    }

    private String overlong(InputFile file) {
        return "the line must be at most " + config.maxLineBytes(file.shape()) + " bytes long";
    }
}
