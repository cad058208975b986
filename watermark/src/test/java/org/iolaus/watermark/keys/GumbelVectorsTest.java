package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.iolaus.watermark.sampling.Candidates;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example for engines in {@code docs/examples} and this module mark alike, on vectors that Python made. */
class GumbelVectorsTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");

    @TestFactory
    Stream<DynamicTest> vectors_madeByPython_areThoseOfJava() {
        JsonNode vectors = new JsonMapper()
                .readTree(EXAMPLES.resolve("gumbel_vectors.json").toFile())
                .path("vectors");
        assertThat(vectors.size()).isEqualTo(48);
        return Stream.iterate(0, i -> i < vectors.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest("vector " + i, () -> check(vectors.get(i))));
    }

    @Test
    void purePart_underPython_agrees() throws IOException, InterruptedException {
        assumeTrue(hasPython());
        Process python = new ProcessBuilder(
                        "python3",
                        EXAMPLES.resolve("iolaus_gumbel.py").toString(),
                        EXAMPLES.resolve("gumbel_vectors.json").toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(python.getInputStream().readAllBytes(), UTF_8);

        assertThat(python.waitFor()).as(output).isZero();
        assertThat(output).isEqualTo("48 of 48 vectors agree.\n");
    }

    private static void check(JsonNode vector) {
        int[] context = integers(vector.path("context"));
        int[] candidates = integers(vector.path("candidates"));
        Scheme scheme = new Scheme.Gumbel(new ContextWindow(context.length));
        Keying keying = keying(vector);

        long window = scheme.window().fold(context, context.length);
        MarkKey key = keying.at(window);

        assertThat(HexFormat.of().toHexDigits(window))
                .isEqualTo(vector.path("window").asString());
        assertThat(key.id().equals("campaign"))
                .isEqualTo(vector.path("campaign_position").asBoolean());
        for (int i = 0; i < candidates.length; i++) {
            long hash = SipHash.hash(key, ContextWindow.fold(window, candidates[i]));
            assertThat(HexFormat.of().toHexDigits(hash))
                    .isEqualTo(vector.path("hashes").get(i).asString());
        }
        assertThat(sampled(scheme, keying, context, candidates, vector.path("probabilities")))
                .isEqualTo(candidates[vector.path("chosen").asInt()]);
    }

    private static int sampled(Scheme scheme, Keying keying, int[] context, int[] candidates, JsonNode probabilities) {
        MarkedSampler sampler = MarkedSampler.of(scheme, keying, new Random(0));
        for (int token : context) {
            sampler.append(token);
        }
        return sampler.sample(Candidates.of(
                candidates,
                probabilities.valueStream().mapToDouble(JsonNode::asDouble).toArray()));
    }

    private static Keying keying(JsonNode vector) {
        if (vector.has("account_key") && vector.has("campaign_key")) {
            return new Keying.Shared(key(vector, "campaign"), key(vector, "account"));
        }
        return new Keying.One(key(vector, vector.has("account_key") ? "account" : "campaign"));
    }

    private static MarkKey key(JsonNode vector, String name) {
        return MarkKey.of(
                name, HexFormat.of().parseHex(vector.path(name + "_key").asString()));
    }

    private static int[] integers(JsonNode array) {
        return array.valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import sys; assert sys.version_info >= (3, 8)")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
