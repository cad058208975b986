package org.iolaus.benchmarks.bound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the table of how far each campaign can be told from honest accounts. A campaign is judged by a model that has
 * seen no traffic of its seed, once with its shape's other seeds in training and once without. Honest accounts are those
 * of its own run.
 */
final class BoundPage {
    /** Area at or below which a shape counts as indistinguishable, under both models. */
    private static final double INDISTINGUISHABLE = 0.55;

    private final List<LabelledRun> runs;
    private final Map<Long, BoostedTrees> known = new TreeMap<>();
    private final StringBuilder page = new StringBuilder();

    private BoundPage(List<LabelledRun> runs) {
        this.runs = runs;
    }

    /** Arguments: the file to write, the command and the commit to state, then a folder of traffic for each run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<LabelledRun> runs = new ArrayList<>();
        for (String folder : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            runs.add(LabelledRun.read(Path.of(folder)));
        }
        if (runs.stream().map(LabelledRun::seed).distinct().count() < 2) {
            throw new IllegalArgumentException("seeds must be at least 2, so that one can be left out of training");
        }
        Files.writeString(Path.of(arguments[0]), new BoundPage(runs).write(arguments[1], arguments[2]));
    }

    private String write(String command, String commit) {
        page.append(
                        "# How far a campaign can be told apart\n\nA gradient-boosted model, trained on the labels, sees all that is ")
                .append("known of each account and its relations ("
                        + runs.getFirst().table().rows()[0].length)
                .append(" features; no neighbour's label), at the end of the window. It has seen no traffic of the ")
                .append(
                        "campaign's seed. \"Shape known\": the same campaign of other seeds was in training; \"shape new\": no ")
                .append(
                        "campaign of that name was. AUC: chance that a member scores above an honest account of the same run. ")
                .append(
                        "Recall: where one honest account in a thousand may score higher. A shape is indistinguishable if ")
                .append("neither AUC is above " + INDISTINGUISHABLE + ". `" + command + "`, commit " + commit + ".\n\n")
                .append(
                        "| scenario and seed | campaign | accounts | AUC, shape known | AUC, shape new | recall, shape known | ")
                .append("recall, shape new | indistinguishable |\n|---|---|---|---|---|---|---|---|\n");
        for (LabelledRun run : runs) {
            run.campaigns().forEach(campaign -> row(run, campaign));
        }
        return page.toString();
    }

    private void row(LabelledRun run, String campaign) {
        BoostedTrees all = known.computeIfAbsent(run.seed(), seed -> train(seed, null));
        Ranking shapeKnown = run.ranking(all, campaign);
        try (BoostedTrees others = train(run.seed(), campaign)) {
            Ranking shapeNew = run.ranking(others, campaign);
            boolean same = Math.max(shapeKnown.area(), shapeNew.area()) <= INDISTINGUISHABLE;
            page.append(String.format(
                    Locale.ROOT,
                    "| %s %d | %s | %d | %.3f | %.3f | %.3f | %.3f | %s |%n",
                    run.scenario(),
                    run.seed(),
                    campaign,
                    shapeKnown.hostile().length,
                    shapeKnown.area(),
                    shapeNew.area(),
                    shapeKnown.recallAtFewHonest(),
                    shapeNew.recallAtFewHonest(),
                    same ? "yes" : "no"));
        }
    }

    /** A model of all runs of other seeds, without campaigns of one name. */
    private BoostedTrees train(long seed, @Nullable String without) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> hostile = new ArrayList<>();
        for (LabelledRun run : runs) {
            if (run.seed() != seed) {
                run.collect(without, rows, hostile);
            }
        }
        boolean[] positive = new boolean[hostile.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = hostile.get(i);
        }
        return BoostedTrees.train(rows.toArray(float[][]::new), positive);
    }
}
