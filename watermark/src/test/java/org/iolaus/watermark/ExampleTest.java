package org.iolaus.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.Detector;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.Finding;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.KeyRingFile;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.iolaus.watermark.keys.MarkSettings;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.selection.BestOfN;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of Java in docs/watermark.md, run. */
class ExampleTest {
    private static final Path PAGE = Path.of("../docs/watermark.md");
    private static final Path SOURCE = Path.of("src/test/java/org/iolaus/watermark/ExampleTest.java");

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void makeKeyRing() throws IOException {
        SecureRandom random = new SecureRandom();
        Files.writeString(folder.resolve("kek"), LocalKeyEncryption.newKey(random));
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        KeyRing ring = KeyRing.generate("atlas", random)
                .rotate(new MarkSettings(Scheme.Gumbel.STANDARD, MarkSettings.WORDS), now, now);
        Files.writeString(
                folder.resolve("keys.json"),
                KeyRingFile.of(ring, LocalKeyEncryption.inFile(folder.resolve("kek"), random), random)
                        .json());
    }

    @Test
    void example_ofThePage_marksWhatTheDetectorFinds() throws IOException {
        Path keys = folder.resolve("keys.json");
        Path kek = folder.resolve("kek");
        int[] response = new int[400];
        List<String> candidates = List.of("One answer to the question that was asked.", "Or another one, as good.");

        KeyRing ring = KeyRingFile.read(keys).open(LocalKeyEncryption.inFile(kek, new SecureRandom()));
        KeyId id = KeyId.parse("atlas/1/account/acct-7f3a");
        Scheme scheme = ring.schedule().epochOf(id).settings().scheme();
        MarkedSampler sampler = MarkedSampler.of(scheme, ring.keying(id), new SplittableRandom());
        for (int i = 0; i < response.length; i++) {
            response[i] = sampler.sample(logitsAfter(response, i));
        }
        Finding finding = new Detector(scheme, 1e-6, 1)
                .find(ring.markKey(id), DistinctPairs.of(scheme.window(), List.of(response)));
        String chosen = new BestOfN((Scheme.Gumbel) scheme, ring.keying(id)).chooseText(candidates);

        assertThat(finding).isInstanceOf(Finding.Marked.class);
        assertThat(candidates).contains(chosen);
    }

    @Test
    void page_everyLineOfJava_standsHere() throws IOException {
        List<String> source =
                Files.readAllLines(SOURCE).stream().map(String::strip).toList();
        String page = Files.readString(PAGE);
        String code = page.substring(page.indexOf("```java\n") + 8);

        List<String> lines = Arrays.stream(
                        code.substring(0, code.indexOf("```")).split("\n"))
                .map(String::strip)
                .toList();

        assertThat(lines).hasSizeGreaterThan(8).isSubsetOf(source);
    }

    /** A model of four hundred tokens that knows nothing but the place. */
    private static float[] logitsAfter(int[] response, int length) {
        SplittableRandom random = new SplittableRandom(31L * length + (length == 0 ? 0 : response[length - 1]));
        float[] logits = new float[400];
        IntStream.range(0, logits.length).forEach(i -> logits[i] = (float) random.nextDouble() * 8);
        return logits;
    }
}
