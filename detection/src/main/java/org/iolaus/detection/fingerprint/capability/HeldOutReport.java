package org.iolaus.detection.fingerprint.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityScorer;
import org.iolaus.detection.fingerprint.capability.HeldOut.Score;

/**
 * Precision and recall of held-out scores as Markdown. A group is judged by a model and calibrations that saw nothing of
 * it. A prompt counts for a capability from a calibrated score of 0.5; intervals are Wilson's at 95 % over prompts, which
 * are too narrow where prompts of a group are alike.
 */
final class HeldOutReport {
    private static final double Z = 1.959964;
    private static final int MIN_ASKED = 10;

    private final List<Score> scores;
    private final Map<String, Calibration[]> calibrations;
    private final int[] rivals = new int[Capability.values().length];
    private final StringBuilder text = new StringBuilder();

    private HeldOutReport(HeldOut heldOut) {
        scores = heldOut.scores();
        calibrations = heldOut.calibrationsByGroup();
        for (int label = 0; label < rivals.length; label++) {
            rivals[label] = heldOut.rivals(label);
        }
    }

    static String of(HeldOut heldOut) {
        return new HeldOutReport(heldOut).write();
    }

    /** Prompts by what was asked and what was said. */
    private record Tally(int hits, int misses, int alarms) {
        int asked() {
            return hits + misses;
        }

        String precision() {
            return share(hits, hits + alarms);
        }

        String recall() {
            return share(hits, asked());
        }

        double f1() {
            return hits == 0 ? 0 : 2.0 * hits / (2 * hits + misses + alarms);
        }
    }

    private String write() {
        text.append("## Collected prompts\n\n");
        double sum = 0;
        int measured = 0;
        line("capability", "asked", "precision", "recall", "F1");
        line("---", "---", "---", "---", "---");
        for (Capability capability : Capability.values()) {
            Tally tally = tally(capability, score -> !score.sample().prompt().isOwn());
            if (tally.asked() > 0) {
                row(capability.label(), tally);
                sum += tally.f1();
                measured++;
            }
        }
        text.append(String.format(Locale.ROOT, "%nMacro F1 %.3f over %d capabilities.%n", sum / measured, measured));
        writeOwn();
        writeLanguages();
        writeGroups();
        return text.toString();
    }

    private void writeOwn() {
        text.append("\n## Own templates, not in the mean\n\n");
        line("capability", "asked", "precision", "recall", "F1");
        line("---", "---", "---", "---", "---");
        for (Capability capability : Capability.values()) {
            row(
                    capability.label(),
                    tally(capability, score -> score.sample().prompt().isOwn()));
        }
        text.append("\nFalse alarms on collected prompts for kinds that these lack: ");
        List<String> alarms = new ArrayList<>();
        int collected = (int) scores.stream()
                .filter(score -> !score.sample().prompt().isOwn())
                .count();
        for (Capability capability : Capability.values()) {
            Tally tally = tally(capability, score -> !score.sample().prompt().isOwn());
            if (tally.asked() == 0) {
                alarms.add(capability.label() + " " + tally.alarms() + " of " + collected);
            }
        }
        text.append(String.join(", ", alarms)).append(".\n");
    }

    private void writeLanguages() {
        text.append("\n## By language, collected and own\n\n");
        line("capability, language", "asked", "precision", "recall", "F1");
        line("---", "---", "---", "---", "---");
        for (Capability capability : Capability.values()) {
            List<String> languages = scores.stream()
                    .map(score -> score.sample().prompt().language())
                    .distinct()
                    .sorted()
                    .toList();
            for (String language : languages) {
                Tally tally = tally(
                        capability, score -> score.sample().prompt().language().equals(language));
                if (tally.asked() >= MIN_ASKED && language.length() == 2) {
                    row(capability.label() + ", " + language, tally);
                }
            }
        }
    }

    private void writeGroups() {
        text.append("\n## By held-out group\n\n");
        line("group", "prompts", "found of asked", "false alarms");
        line("---", "---", "---", "---");
        Map<String, List<Score>> groups =
                scores.stream().collect(Collectors.groupingBy(Score::group, TreeMap::new, Collectors.toList()));
        groups.forEach((group, members) -> {
            List<String> found = new ArrayList<>();
            List<String> alarms = new ArrayList<>();
            for (Capability capability : Capability.values()) {
                Tally tally = tally(capability, score -> score.group().equals(group));
                if (tally.asked() > 0) {
                    found.add(capability.label() + " " + tally.hits() + "/" + tally.asked());
                }
                if (tally.alarms() > 0) {
                    alarms.add(capability.label() + " " + tally.alarms());
                }
            }
            line(group, Integer.toString(members.size()), String.join(", ", found), String.join(", ", alarms));
        });
    }

    private Tally tally(Capability capability, Predicate<Score> counted) {
        int label = capability.ordinal();
        int hits = 0;
        int misses = 0;
        int alarms = 0;
        for (Score score : scores) {
            if (counted.test(score) && score.sample().decides(label)) {
                double rival = CapabilityScorer.strongest(score.raw(), rivals[label]);
                Calibration calibration = Objects.requireNonNull(calibrations.get(score.group()))[label];
                boolean said = calibration.apply(score.raw()[label], rival) >= 0.5;
                boolean asked = score.sample().asks(label);
                hits += said && asked ? 1 : 0;
                misses += !said && asked ? 1 : 0;
                alarms += said && !asked ? 1 : 0;
            }
        }
        return new Tally(hits, misses, alarms);
    }

    private void row(String name, Tally tally) {
        line(
                name,
                Integer.toString(tally.asked()),
                tally.precision(),
                tally.recall(),
                String.format(Locale.ROOT, "%.3f", tally.f1()));
    }

    private void line(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A share with its Wilson interval. */
    private static String share(int part, int whole) {
        if (whole == 0) {
            return "none";
        }
        double share = (double) part / whole;
        double square = Z * Z / whole;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / whole + square / (4.0 * whole)) / (1 + square);
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f]", share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
