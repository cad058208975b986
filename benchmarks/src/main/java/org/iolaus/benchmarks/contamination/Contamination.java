package org.iolaus.benchmarks.contamination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;

/** Prints, scenario by scenario, how often the contamination alarm rang and what was found all the same. */
final class Contamination {
    private Contamination() {}

    /** Arguments: seeds, then scenario files. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println("| scenario | seeds | hostile share of the reference | alarms | recall | least recall |"
                + " honest restricted |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int i = 1; i < arguments.length; i++) {
            Scenario scenario = Scenarios.of(arguments[i]);
            List<Trial> trials = new ArrayList<>();
            for (int seed = 1; seed <= Integer.parseInt(arguments[0]); seed++) {
                Trial trial = Trial.of(scenario, seed, Runtime.getRuntime().availableProcessors());
                System.err.println(Path.of(arguments[i]).getFileName() + " " + seed + " " + trial);
                trials.add(trial);
            }
            System.out.println(row(scenario.name(), trials));
        }
    }

    private static String row(String name, List<Trial> trials) {
        double[] shares =
                trials.stream().mapToDouble(Trial::contamination).sorted().toArray();
        double[] recalls = trials.stream()
                .filter(trial -> trial.hostile() > 0)
                .mapToDouble(trial -> trial.found() / (double) trial.hostile())
                .sorted()
                .toArray();
        double mean = 0;
        for (double recall : recalls) {
            mean += recall / recalls.length;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f to %.3f | %d | %s | %s | %d |",
                name,
                trials.size(),
                shares[0],
                shares[shares.length - 1],
                trials.stream().filter(Trial::alarmed).count(),
                recalls.length == 0 ? "–" : String.format(Locale.ROOT, "%.3f", mean),
                recalls.length == 0 ? "–" : String.format(Locale.ROOT, "%.3f", recalls[0]),
                trials.stream().mapToInt(Trial::honestRestricted).sum());
    }
}
