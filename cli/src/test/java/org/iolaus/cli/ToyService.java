package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.KeyRingFile;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.iolaus.watermark.sampling.Candidates;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.selection.WordTokenizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider as small as can be: a key ring made by the commands, decisions that name keys, and a model of two thousand
 * words that marks what it writes with the key that a decision names.
 */
final class ToyService {
    static final String MARKED_WITH_ACCOUNT = "acct-03";
    static final String MEMBER = "acct-21";
    static final String CAMPAIGN = "cmp-2026-02-0002";

    private static final int WORDS = 2000;
    private static final int CANDIDATES = 12;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final String[] words =
            IntStream.range(0, WORDS).mapToObj(i -> "word" + i).toArray(String[]::new);
    private final int[] ids =
            Arrays.stream(words).mapToInt(word -> WordTokenizer.ids(word)[0]).toArray();
    private final RandomGenerator random = new SplittableRandom(1);

    ToyService(Path folder) {
        this.folder = folder;
        assertThat(CommandRun.of("watermark", "keys", "new-kek", "--out", kek()).exitCode())
                .isZero();
        assertThat(CommandRun.of(
                                "watermark",
                                "keys",
                                "generate",
                                "--provider",
                                "atlas",
                                "--kek",
                                kek(),
                                "--out",
                                keys(),
                                "--window",
                                2)
                        .err())
                .isEmpty();
    }

    Path kek() {
        return folder.resolve("kek");
    }

    Path keys() {
        return folder.resolve("keys.json");
    }

    /** The key id that the command names for an account, and its campaign if there is one. */
    String keyId(Object... owner) {
        List<Object> arguments = new ArrayList<>(List.of("watermark", "keys", "id", "--keys", keys()));
        arguments.addAll(List.of(owner));
        CommandRun run = CommandRun.of(arguments.toArray());
        assertThat(run.err()).isEmpty();
        return run.out().strip();
    }

    /** Decisions on twenty accounts alone and on ten of each of two campaigns. */
    Path decisions() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String account = String.format("acct-%02d", i);
            String campaign = "cmp-2026-02-000" + (i < 30 ? 2 : 1);
            String id = i < 20 ? "atlas/1/account/" + account : "atlas/1/account/" + account + "/campaign/" + campaign;
            lines.add("{\"account_id\":\"" + account + "\",\"verdict\":\"restrict\",\"watermark_key_id\":\"" + id
                    + "\"}");
        }
        return Files.write(folder.resolve("decisions.jsonl"), lines);
    }

    KeyRing ring() throws IOException {
        return KeyRingFile.read(keys()).open(LocalKeyEncryption.inFile(kek(), new SecureRandom()));
    }

    /** Text that the model writes under the key that a decision names. */
    List<String> marked(String keyId, int texts, int length) throws IOException {
        Keying keying = ring().keying(KeyId.parse(keyId));
        Scheme scheme = ring().schedule().epochs().getFirst().settings().scheme();
        return IntStream.range(0, texts)
                .mapToObj(_ -> write(length, MarkedSampler.of(scheme, keying, random)))
                .toList();
    }

    /** Text that it writes without a mark. */
    List<String> unmarked(int texts, int length) {
        return IntStream.range(0, texts).mapToObj(_ -> write(length)).toList();
    }

    /** A file of texts, one a line, each with an id. */
    Path file(String name, List<String> texts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add("{\"id\":\"" + name + "-" + lines.size() + "\",\"text\":" + JSON.writeValueAsString(text) + "}");
        }
        return Files.write(folder.resolve(name + ".jsonl"), lines);
    }

    private String write(int length, MarkedSampler sampler) {
        int last = random.nextInt(WORDS);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int[] followers = followers(last);
            int[] tokens = Arrays.stream(followers).map(word -> ids[word]).toArray();
            double[] weights = new double[CANDIDATES];
            Arrays.setAll(weights, rank -> 1.0 / (rank + 1));
            int token = sampler.sample(Candidates.of(tokens, weights));
            last = Arrays.stream(followers)
                    .filter(word -> ids[word] == token)
                    .findFirst()
                    .orElseThrow();
            text.add(words[last]);
        }
        return String.join(" ", text) + ".";
    }

    private String write(int length) {
        int last = random.nextInt(WORDS);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            last = followers(last)[(int) Math.pow(CANDIDATES + 1, random.nextDouble()) - 1];
            text.add(words[last]);
        }
        return String.join(" ", text) + ".";
    }

    private static int[] followers(int last) {
        return new SplittableRandom(last)
                .ints(0, WORDS)
                .distinct()
                .limit(CANDIDATES)
                .toArray();
    }
}
