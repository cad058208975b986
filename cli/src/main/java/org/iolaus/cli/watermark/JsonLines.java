package org.iolaus.cli.watermark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.iolaus.ingest.file.CountedInput;
import org.iolaus.ingest.file.Unpacked;
import org.iolaus.ingest.stream.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of JSON Lines, plain or packed with gzip or zstd, read object by object. A line that is no JSON object, or that
 * the reader's consumer refuses, is set aside with its reason; blank lines are passed over.
 */
public final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROUND = 1 << 10;

    private final Progress progress;
    private final SetAside setAside;
    private final LongAdder bytesRead = new LongAdder();
    private long bytesTotal;
    private long lines;

    public JsonLines(Progress progress, SetAside setAside) {
        this.progress = progress;
        this.setAside = setAside;
    }

    /** A line that does not say what it must; the message is the rule. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String rule) {
            super(rule);
        }
    }

    /** Takes in one object. */
    @FunctionalInterface
    interface Taker {
        void take(String origin, JsonNode object) throws Refusal;
    }

    /** Gives each object of the files to {@code taker}, with its origin. */
    void read(List<Path> files, Taker taker) throws IOException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString(), null, "must be a file of JSON Lines");
            }
            bytesTotal += Files.size(file);
        }
        for (Path file : files) {
            lines(file, (origin, line) -> object(origin, line, taker));
        }
    }

    private void lines(Path file, BiConsumer<String, String> sink) throws IOException {
        long number = 1;
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    sink.accept(file + " line " + number, line);
                }
                number++;
                if (++lines % ROUND == 0) {
                    progress.update(bytesRead.sum(), bytesTotal, lines);
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be UTF-8; it is not near line " + number, e);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read near line " + number + ": " + e.getMessage(), e);
        }
    }

    private BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Unpacked.of(new CountedInput(Files.newInputStream(file), bytesRead)),
                UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    }

    private void object(String origin, String line, Taker taker) {
        try {
            JsonNode object = JSON.readTree(line);
            if (!object.isObject()) {
                throw new Refusal("must be a JSON object");
            }
            taker.take(origin, object);
        } catch (JacksonException e) {
            setAside.add(origin + " must be a JSON object");
        } catch (Refusal e) {
            setAside.add(origin + ": " + e.getMessage());
        }
    }
}
