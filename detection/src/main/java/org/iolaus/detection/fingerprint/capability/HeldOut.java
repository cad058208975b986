package org.iolaus.detection.fingerprint.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityScorer;

/**
 * Scores of prompts by models that saw nothing of their group: each collected group is left out in turn; own grammars
 * are left out in a few folds, each label losing some of its grammars in each.
 */
final class HeldOut {
    private static final int LABELS = Capability.values().length;
    private static final int GRAMMAR_FOLDS = 4;

    private final List<Score> scores = new ArrayList<>();

    /** A sample and its raw scores by label. */
    record Score(Sample sample, double[] raw) {
        String group() {
            return sample.prompt().group();
        }
    }

    static HeldOut of(CapabilityTrainer trainer) {
        HeldOut heldOut = new HeldOut();
        trainer.collected().stream()
                .map(sample -> sample.prompt().group())
                .distinct()
                .map(group -> score(trainer, prompt -> prompt.group().equals(group)))
                .toList()
                .forEach(heldOut.scores::addAll);
        Map<String, Integer> folds = grammarFolds(trainer);
        for (int fold = 0; fold < GRAMMAR_FOLDS; fold++) {
            int left = fold;
            heldOut.scores.addAll(score(
                    trainer, prompt -> prompt.isOwn() && folds.getOrDefault(prompt.group(), -1) == left));
        }
        return heldOut;
    }

    /** Grammars that ask for the same are spread over the folds. */
    private static Map<String, Integer> grammarFolds(CapabilityTrainer trainer) {
        Map<Integer, List<String>> byAsked = new TreeMap<>();
        for (Sample sample : trainer.own(prompt -> true)) {
            List<String> alike = byAsked.computeIfAbsent(sample.asked(), asked -> new ArrayList<>());
            if (!alike.contains(sample.prompt().group())) {
                alike.add(sample.prompt().group());
            }
        }
        Map<String, Integer> folds = new TreeMap<>();
        byAsked.values().forEach(alike -> {
            for (int i = 0; i < alike.size(); i++) {
                folds.put(alike.get(i), i % GRAMMAR_FOLDS);
            }
        });
        return folds;
    }

    /** Bits of the labels that no prompt asks for together with this one. */
    int rivals(int label) {
        int together = 1 << label;
        for (Score score : scores) {
            together |= score.sample().asks(label) ? score.sample().asked() : 0;
        }
        return ~together & (1 << LABELS) - 1;
    }

    private static List<Score> score(CapabilityTrainer trainer, Predicate<LabelledPrompt> unseen) {
        CapabilityTrainer.Fit fit = trainer.fit(unseen.negate());
        List<Sample> samples = new ArrayList<>(trainer.collected().stream()
                .filter(sample -> unseen.test(sample.prompt()))
                .toList());
        if (samples.isEmpty()) {
            samples.addAll(trainer.own(unseen));
        }
        return samples.stream()
                .map(sample -> new Score(sample, fit.raw(sample)))
                .toList();
    }

    List<Score> scores() {
        return scores;
    }

    /** Calibrations by label, from the scores that {@code used} admits. */
    Calibration[] calibrations(Predicate<Score> used) {
        List<Score> fitted = scores.stream().filter(used).toList();
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

    /** Each group weighs the same on each side that it has. */
    private static double[] evenWeights(List<Score> scores, int label) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Score score : scores) {
            sizes.merge(
                    score.group() + score.sample().asks(label), score.sample().decides(label) ? 1 : 0, Integer::sum);
        }
        return scores.stream()
                .mapToDouble(score -> score.sample().decides(label)
                        ? 20.0
                                / sizes.getOrDefault(
                                        score.group() + score.sample().asks(label), 1)
                        : 0)
                .toArray();
    }
}
