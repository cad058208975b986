package org.iolaus.detection.fingerprint.capability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.text.Mixer;

/**
 * Trains capability models and measures them on groups they have not seen. Deterministic from the seed and the set of
 * prompts, whatever their order.
 */
public final class CapabilityTrainer {
    private static final int LABELS = Capability.values().length;
    private static final double POSITIVE_SHARE = 0.3;
    private static final double MAX_WEIGHT = 10;

    private final TrainingConfig config;
    private final PromptGrammar grammar;
    private final List<Sample> collected;
    private final String dataDigest;

    public CapabilityTrainer(TrainingConfig config, PromptGrammar grammar, Collection<LabelledPrompt> prompts) {
        this.config = config;
        this.grammar = grammar;
        dataDigest = digest(prompts);
        collected = choose(prompts).stream().map(Sample::of).toList();
    }

    /** SHA-256 over the sorted digests of the prompts and their labels, so that their order does not matter. */
    private static String digest(Collection<LabelledPrompt> prompts) {
        MessageDigest digest = sha256();
        prompts.stream()
                .map(prompt -> String.join(
                        "\0",
                        prompt.group(),
                        prompt.family(),
                        prompt.language(),
                        prompt.system(),
                        prompt.prompt(),
                        new TreeSet<>(prompt.asked()).toString(),
                        new TreeSet<>(prompt.undecided()).toString()))
                .map(text -> HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8))))
                .sorted()
                .forEach(line -> digest.update(line.getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there in every Java", e);
        }
    }

    /** At most so many of a group, spread over its families, chosen by hash. */
    private List<LabelledPrompt> choose(Collection<LabelledPrompt> prompts) {
        Map<String, Map<String, List<LabelledPrompt>>> groups = prompts.stream()
                .collect(Collectors.groupingBy(
                        LabelledPrompt::group,
                        TreeMap::new,
                        Collectors.groupingBy(LabelledPrompt::family, TreeMap::new, Collectors.toList())));
        Comparator<LabelledPrompt> byRank = Comparator.comparingLong(this::rank).thenComparing(LabelledPrompt::prompt);
        List<LabelledPrompt> chosen = new ArrayList<>();
        for (Map<String, List<LabelledPrompt>> families : groups.values()) {
            int share = (config.rowsPerGroup() + families.size() - 1) / families.size();
            families.values().stream()
                    .flatMap(family -> family.stream().sorted(byRank).limit(share))
                    .sorted(byRank)
                    .limit(config.rowsPerGroup())
                    .forEach(chosen::add);
        }
        return chosen;
    }

    private long rank(LabelledPrompt prompt) {
        return Mixer.mix(
                (long) prompt.prompt().hashCode() << 32 | prompt.system().hashCode(), config.seed());
    }

    List<Sample> collected() {
        return collected;
    }

    /** Own prompts whose texts come from the collected prompts that {@code seen} admits. */
    List<Sample> own(Predicate<LabelledPrompt> seen) {
        Map<String, List<String>> texts = new HashMap<>();
        for (Sample sample : collected) {
            LabelledPrompt prompt = sample.prompt();
            if (seen.test(prompt) && prompt.asked().contains(Capability.ORDINARY)) {
                texts.computeIfAbsent(prompt.language(), language -> new ArrayList<>())
                        .add(prompt.prompt());
            }
        }
        return grammar.generate(config.rowsPerGrammar(), config.seed(), texts).stream()
                .filter(seen)
                .map(Sample::of)
                .toList();
    }

    /** A trained model before quantising. */
    record Fit(Vocabulary vocabulary, LinearTrainer trainer) {
        double[] raw(Sample sample) {
            return trainer.raw(vocabulary.slots(sample.system()), vocabulary.slots(sample.turn()), flags(sample));
        }
    }

    /** Trains on the prompts that {@code seen} admits. */
    Fit fit(Predicate<LabelledPrompt> seen) {
        List<Sample> samples = new ArrayList<>(
                collected.stream().filter(sample -> seen.test(sample.prompt())).toList());
        samples.addAll(own(seen));
        Vocabulary vocabulary = Vocabulary.of(samples, config.maxFeatures());
        double[][] weights = weights(samples, POSITIVE_SHARE);
        List<LinearTrainer.Row> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            rows.add(new LinearTrainer.Row(
                    vocabulary.slots(sample.system()),
                    vocabulary.slots(sample.turn()),
                    flags(sample),
                    sample.asked(),
                    weights[i]));
        }
        LinearTrainer trainer = new LinearTrainer(config);
        trainer.train(rows);
        return new Fit(vocabulary, trainer);
    }

    private static boolean[] flags(Sample sample) {
        LabelledPrompt.Context context = sample.prompt().context();
        return new boolean[] {true, context.images(), context.tools(), context.toolResults()};
    }

    /** Weights by sample and label: groups count alike on the asking side, by the root of their size on the other. */
    static double[][] weights(List<Sample> samples, double positiveShare) {
        double[][] weights = new double[samples.size()][LABELS];
        for (int label = 0; label < LABELS; label++) {
            Map<String, Integer> asking = new HashMap<>();
            Map<String, Integer> other = new HashMap<>();
            for (Sample sample : samples) {
                if (sample.decides(label)) {
                    (sample.asks(label) ? asking : other).merge(sample.prompt().group(), 1, Integer::sum);
                }
            }
            double roots = other.values().stream().mapToDouble(Math::sqrt).sum();
            double positives = positiveShare * samples.size() / Math.max(1, asking.size());
            for (int i = 0; i < weights.length; i++) {
                Sample sample = samples.get(i);
                String group = sample.prompt().group();
                if (sample.decides(label)) {
                    double weight = sample.asks(label)
                            ? positives / asking.getOrDefault(group, 1)
                            : samples.size() / roots / Math.sqrt(other.getOrDefault(group, 1));
                    weights[i][label] = Math.min(weight, MAX_WEIGHT);
                }
            }
        }
        return weights;
    }

    /** Trains on everything; calibrates on held-out scores. */
    public CapabilityModel train() {
        return train(true, tasks -> tasks.forEach(Runnable::run));
    }

    /**
     * The same, a few hundred independent trainings being left to {@code runner}.
     *
     * @param nested whether the report is of nested cross-validation; otherwise the trainings are a few dozen, and the model
     *     is the same
     * @param runner runs all tasks in any order, at the same time if it likes, and returns when they are done
     */
    public CapabilityModel train(boolean nested, Consumer<List<Runnable>> runner) {
        HeldOut heldOut = HeldOut.of(this, nested, runner);
        Fit fit = fit(prompt -> true);
        Calibration[] calibrations = heldOut.calibrations();
        int[] rivals = IntStream.range(0, LABELS).map(heldOut::rivals).toArray();
        return quantise(
                fit,
                calibrations,
                rivals,
                new CapabilityModel.Provenance(config.seed(), dataDigest, HeldOutReport.of(heldOut)));
    }

    private static CapabilityModel quantise(
            Fit fit, Calibration[] calibrations, int[] rivals, CapabilityModel.Provenance provenance) {
        float[] weights = fit.trainer().weights();
        float[] scale = new float[LABELS];
        for (int i = 0; i < weights.length; i++) {
            scale[i % LABELS] = Math.max(scale[i % LABELS], Math.abs(weights[i]) / 127);
        }
        byte[] quantised = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            quantised[i] = (byte) (scale[i % LABELS] == 0 ? 0 : Math.round(weights[i] / scale[i % LABELS]));
        }
        float[] slope = new float[LABELS];
        float[] rival = new float[LABELS];
        float[] offset = new float[LABELS];
        for (int label = 0; label < LABELS; label++) {
            slope[label] = (float) calibrations[label].slope();
            rival[label] = (float) calibrations[label].rival();
            offset[label] = (float) calibrations[label].offset();
        }
        LinearTrainer trainer = fit.trainer();
        CapabilityModel.Head head = new CapabilityModel.Head(
                scale,
                trainer.dense(0),
                trainer.dense(1),
                trainer.dense(2),
                trainer.dense(3),
                slope,
                rival,
                offset,
                rivals);
        return new CapabilityModel(provenance, head, fit.vocabulary().tags(), quantised);
    }
}
