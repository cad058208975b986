package org.iolaus.ingest.stream;

import org.iolaus.detection.exchange.Exchange;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.file.LineBlock;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.parse.ExchangeParser;

/** A worker's parser and mapper: turns a block of lines into items. Not thread-safe. */
final class BlockMapper<T> {
    private final int maxLineBytes;
    private final ExchangeParser parser;
    private final ExchangeMapper<T> mapper;

    BlockMapper(IngestConfig config, ExchangeMapper<T> mapper) {
        this.maxLineBytes = config.maxLineBytes();
        this.parser = new ExchangeParser(config.minTimeMicros(), config.maxTimeMicros());
        this.mapper = mapper;
    }

    MappedBlock<T> map(LineBlock block, String source) {
        MappedBlock<T> mapped = new MappedBlock<>();
        byte[] bytes = block.bytes();
        for (int from = 0; from < block.length(); ) {
            int feed = Words.lineFeed(bytes, from, block.length());
            line(bytes, from, feed, source, mapped);
            from = feed + 1;
        }
        if (block.overlong()) {
            mapped.lines++;
            mapped.reject(overlong());
        }
        String failure = block.failure();
        if (failure != null) {
            mapped.rejectAt(mapped.lines + 1, failure);
        }
        mapped.last = block.last();
        return mapped;
    }

    private void line(byte[] bytes, int from, int to, String source, MappedBlock<T> mapped) {
        mapped.lines++;
        if (Words.isBlank(bytes, from, to)) {
            mapped.blankLines++;
            return;
        }
        if (to - from > maxLineBytes) {
            mapped.reject(overlong());
            return;
        }
        Exchange exchange;
        try {
            exchange = parser.parse(bytes, from, to, source);
        } catch (LineRejection e) {
            mapped.reject(e.reason());
            return;
        }
        mapped.add(mapper.map(exchange), exchange.timeMicros());
    }

    private String overlong() {
        return "the line must be at most " + maxLineBytes + " bytes long";
    }
}
