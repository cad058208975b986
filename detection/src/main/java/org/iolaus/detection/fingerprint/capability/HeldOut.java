package org.iolaus.detection.fingerprint.capability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityScorer;

/**
 * Scores of prompts by models that saw nothing of their part: each collected group is a part; own grammars are a few,
 * each label having some of its grammars in each. Whatever judges a part saw nothing of it either: its calibrations are
 * fitted on scores of the other parts by models that saw neither those nor it (nested cross-validation, Stone 1974). So
 * the number of models grows with the square of the number of parts.
 */
final class HeldOut {
    private static final int LABELS = Capability.values().length;
    private static final int GRAMMAR_FOLDS = 4;
    /** What own groups that ask for a label nobody collected weigh together, in groups. */
    private static final double MAX_OWN_WEIGHT = 4;

    private final List<Part> parts = new ArrayList<>();
    /** By two parts: scores of the second by a model that saw neither. */
    private final Score[][][] scores;

    /** What is held out together. */
    private record Part(Set<String> groups, List<Sample> samples) {
        boolean holds(LabelledPrompt prompt) {
            return groups.contains(prompt.group());
        }
    }

    /** A sample and its raw scores by label. */
    record Score(Sample sample, double[] raw) {
        String group() {
            return sample.prompt().group();
        }
    }

    private HeldOut(CapabilityTrainer trainer) {
        Map<String, List<Sample>> collected = new LinkedHashMap<>();
        for (Sample sample : trainer.collected()) {
            collected
                    .computeIfAbsent(sample.prompt().group(), group -> new ArrayList<>())
                    .add(sample);
        }
        collected.forEach((group, samples) -> parts.add(new Part(Set.of(group), samples)));
        for (Set<String> fold : grammarFolds(trainer)) {
            parts.add(new Part(fold, trainer.own(prompt -> fold.contains(prompt.group()))));
        }
        scores = new Score[parts.size()][parts.size()][];
    }

    /**
     * Trains and scores; the tasks are independent of each other, and {@code runner} runs them in any order.
     *
     * @param nested whether the models that calibrate a part's judge saw nothing of the part; else there is one model a
     *     part, and only the calibrations leave it out
     */
    static HeldOut of(CapabilityTrainer trainer, boolean nested, Consumer<List<Runnable>> runner) {
        HeldOut heldOut = new HeldOut(trainer);
        int count = heldOut.parts.size();
        List<Runnable> tasks = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            for (int other = one; other < (nested ? count : one + 1); other++) {
                int first = one;
                int second = other;
                tasks.add(() -> heldOut.score(trainer, first, second));
            }
        }
        runner.accept(tasks);
        for (int part = 0; !nested && part < count; part++) {
            for (int other = 0; other < count; other++) {
                heldOut.scores[part][other] = heldOut.scores[other][other];
            }
        }
        return heldOut;
    }

    private void score(CapabilityTrainer trainer, int one, int other) {
        Part first = parts.get(one);
        Part second = parts.get(other);
        CapabilityTrainer.Fit fit = trainer.fit(prompt -> !first.holds(prompt) && !second.holds(prompt));
        scores[one][other] = scores(fit, second);
        scores[other][one] = scores(fit, first);
    }

    private static Score[] scores(CapabilityTrainer.Fit fit, Part part) {
        return part.samples().stream()
                .map(sample -> new Score(sample, fit.raw(sample)))
                .toArray(Score[]::new);
    }

    /** Groups of own grammars; those that ask for the same are spread over the folds. */
    private static List<Set<String>> grammarFolds(CapabilityTrainer trainer) {
        Map<Integer, Set<String>> byAsked = new TreeMap<>();
        for (Sample sample : trainer.own(prompt -> true)) {
            byAsked.computeIfAbsent(sample.asked(), asked -> new LinkedHashSet<>())
                    .add(sample.prompt().group());
        }
        List<Set<String>> folds = Stream.generate(() -> (Set<String>) new LinkedHashSet<String>())
                .limit(GRAMMAR_FOLDS)
                .toList();
        byAsked.values().forEach(alike -> {
            int fold = 0;
            for (String group : alike) {
                folds.get(fold++ % GRAMMAR_FOLDS).add(group);
            }
        });
        return folds;
    }

    /** Bits of the labels that no prompt asks for together with this one. */
    int rivals(int label) {
        int together = 1 << label;
        for (Score score : scores()) {
            together |= score.sample().asks(label) ? score.sample().asked() : 0;
        }
        return ~together & (1 << LABELS) - 1;
    }

    /** Scores by models that saw all other parts. */
    List<Score> scores() {
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(part -> Stream.of(scores[part][part]))
                .toList();
    }

    /** Calibrations by label, for a model that saw everything. */
    Calibration[] calibrations() {
        return calibrations(scores());
    }

    /** Calibrations by group and label, each for a model that saw nothing of the group's part. */
    Map<String, Calibration[]> calibrationsByGroup() {
        Map<String, Calibration[]> byGroup = new HashMap<>();
        for (int part = 0; part < scores.length; part++) {
            int left = part;
            Calibration[] calibrations = calibrations(IntStream.range(0, scores.length)
                    .filter(other -> other != left)
                    .boxed()
                    .flatMap(other -> Stream.of(scores[left][other]))
                    .toList());
            parts.get(part).groups().forEach(group -> byGroup.put(group, calibrations));
        }
        return byGroup;
    }

    private Calibration[] calibrations(List<Score> fitted) {
        Calibration[] calibrations = new Calibration[LABELS];
        for (int label = 0; label < LABELS; label++) {
            int at = label;
            double[] raw = fitted.stream().mapToDouble(score -> score.raw()[at]).toArray();
            int rivals = rivals(label);
            double[] strongest = fitted.stream()
                    .mapToDouble(score -> CapabilityScorer.strongest(score.raw(), rivals))
                    .toArray();
            boolean[] asked = new boolean[raw.length];
            for (int i = 0; i < raw.length; i++) {
                asked[i] = fitted.get(i).sample().asks(label);
            }
            calibrations[label] = Calibration.fit(raw, strongest, asked, evenWeights(fitted, label));
        }
        return calibrations;
    }

    /** Each group weighs the same on each side that it has; groups of a label that is not collected, at most so much. */
    static double[] evenWeights(List<Score> scores, int label) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Score score : scores) {
            sizes.merge(
                    score.group() + score.sample().asks(label), score.sample().decides(label) ? 1 : 0, Integer::sum);
        }
        double asking = askingWeight(scores, label);
        return scores.stream()
                .mapToDouble(score -> score.sample().decides(label)
                        ? (score.sample().asks(label) ? asking : 1)
                                * 20.0
                                / sizes.getOrDefault(
                                        score.group() + score.sample().asks(label), 1)
                        : 0)
                .toArray();
    }

    /** Weight of a group that asks: where only own groups do, more of them do not make the kind more common. */
    private static double askingWeight(List<Score> scores, int label) {
        Set<String> asking = new HashSet<>();
        for (Score score : scores) {
            if (score.sample().asks(label)) {
                asking.add(score.group());
            }
        }
        boolean own = asking.stream().allMatch(group -> group.startsWith(PromptGrammar.GROUP_PREFIX));
        return own ? Math.min(1, MAX_OWN_WEIGHT / asking.size()) : 1;
    }
}
