package org.iolaus.benchmarks.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Comparison;
import org.iolaus.evaluation.Comparison.Criterion;

/** Writes {@code evaluation.md} and its figures. */
final class EvaluationPage {
    private final List<Run> runs;
    private final Path figures;
    private final String command;
    private final String commit;
    private final StringBuilder page = new StringBuilder();

    private EvaluationPage(List<Run> runs, Path figures, String command, String commit) {
        this.runs = runs;
        this.figures = figures;
        this.command = command;
        this.commit = commit;
    }

    /** Arguments: the folder to write into, the command and the commit to state, then a folder for each run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path docs = Path.of(arguments[0]);
        List<Run> runs = new ArrayList<>();
        for (String folder : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            runs.add(Run.read(Path.of(folder)));
        }
        Path figures = Files.createDirectories(docs.resolve("evaluation"));
        EvaluationPage page = new EvaluationPage(runs, figures, arguments[1], arguments[2]);
        Files.writeString(docs.resolve("evaluation.md"), page.write());
    }

    private String write() throws IOException {
        page.append(
                        "# Evaluation\n\nScans of simulated traffic, scored against the truth. Each row is one scenario and seed; ")
                .append(
                        "nothing is pooled. [What is simulated, what the scores mean, and which rivals are measured](simulator.md).\n")
                .append("The page covers the runs listed and no others. `" + command + "` writes it.\n");
        ran();
        campaigns();
        leak();
        prevalence();
        honest();
        calibration();
        rivals();
        return page.toString();
    }

    private void ran() {
        header("Runs", "scenario", "seed", "exchanges", "accounts", "configuration", "commit");
        runs.forEach(run -> row(run.scenario(), run.seed(), run.exchanges(), run.accounts(), run.digest(), commit));
    }

    private void campaigns() {
        header("Campaigns", CampaignRow.COLUMNS.toArray(String[]::new));
        for (Run run : runs) {
            run.score()
                    .campaigns()
                    .forEach(each -> row(CampaignRow.cells(run, each).toArray()));
        }
        page.append(
                        "\nThe goal for leak is 0.05. Later accounts began after the campaign was known; their exchanges are counted up ")
                .append(
                        "to the one at which they were restricted, cover included, which never happened where it says ∞; three of the ")
                .append(
                        "campaign's own work are the least, so with cover of a fifth the median can be four. Hours to pivot: from a ")
                .append(
                        "model's release to the report that the campaign moved to it. Since visible: from the end of the first ")
                .append("hour by which its accounts had used the model more than their past explains (chance of error ")
                .append(Adoption.ALPHA + "), for somebody who knows them all; the goal is 1.\n");
    }

    private void leak() throws IOException {
        page.append(
                "\n## Leak\n\nExchanges made before their account was restricted, as a share of all that the campaign made.\n");
        for (long seed : seeds()) {
            List<LineChart.Series> series = new ArrayList<>();
            double last = 1;
            double top = 0.1;
            for (Run run : of(seed)) {
                for (CampaignScore each : run.score().campaigns()) {
                    if (!each.expect().equals("verify")) {
                        series.add(new LineChart.Series(
                                run.scenario() + ": " + each.campaign(),
                                each.leakCurve().stream()
                                        .map(point -> new LineChart.Point(point.hours() / 24, point.leaked()))
                                        .toList()));
                        last = Math.max(last, each.leakCurve().getLast().hours() / 24);
                        top = Math.max(top, each.leak());
                    }
                }
            }
            LineChart chart = new LineChart(
                    "days since the campaign began",
                    "leak",
                    Math.ceil(last),
                    Math.min(1, Math.ceil(top * 10) / 10),
                    series);
            figure("leak-" + seed, "Leak over time, seed " + seed, chart.svg(), of(seed));
        }
    }

    private void prevalence() {
        header(
                "Precision",
                "scenario and seed",
                "accounts flagged",
                "as found",
                "at one hostile account in a hundred",
                "in a thousand");
        for (Run run : runs) {
            if (run.score().flagged() > 0) {
                row(
                        run.name(),
                        run.score().flagged(),
                        CampaignRow.share(run.score().precision()),
                        CampaignRow.share(run.score().precisionAtOnePercent()),
                        CampaignRow.share(run.score().precisionAtOnePerMille()));
            }
        }
    }

    private void honest() {
        header(
                "Honest accounts",
                "scenario and seed",
                "archetype",
                "accounts flagged",
                "groups flagged",
                "95 % upper bound",
                "accounts asked to verify",
                "groups asked to verify");
        for (Run run : runs) {
            List<ArchetypeScore> all = run.score().archetypes();
            row(
                    run.name(),
                    "all",
                    run.score().honestFlagged() + " of " + run.score().honest(),
                    run.score().honestGroupsFlagged() + " of " + run.score().honestGroups(),
                    run.score().falsePositiveUpper95() == null
                            ? "–"
                            : String.format(Locale.ROOT, "%.5f", run.score().falsePositiveUpper95()),
                    all.stream().mapToInt(ArchetypeScore::askedToVerify).sum(),
                    all.stream().mapToInt(ArchetypeScore::groupsAskedToVerify).sum());
            all.stream()
                    .filter(each -> each.flagged() + each.askedToVerify() > 0)
                    .forEach(each -> row(
                            run.name(),
                            each.archetype(),
                            each.flagged() + " of " + each.accounts(),
                            each.groupsFlagged() + " of " + each.groups(),
                            "–",
                            each.askedToVerify(),
                            each.groupsAskedToVerify()));
        }
        page.append(
                "\nArchetypes without a row had no account flagged or asked. Below 3,000 groups no bound is given.\n");
    }

    private void calibration() throws IOException {
        header("Calibration", "scenario and seed", "Brier score");
        runs.forEach(run -> row(
                run.name(),
                String.format(Locale.ROOT, "%.5f", run.score().calibration().brier())));
        for (long seed : seeds()) {
            List<LineChart.Series> series = of(seed).stream()
                    .map(run -> new LineChart.Series(
                            run.scenario(),
                            run.score().calibration().bins().stream()
                                    .map(bin -> new LineChart.Point(bin.meanProbability(), bin.hostileShare()))
                                    .toList()))
                    .toList();
            LineChart chart = new LineChart("probability given", "share hostile", 1, 1, series);
            figure("reliability-" + seed, "Reliability, seed " + seed, chart.svg(), of(seed));
        }
    }

    private void rivals() throws IOException {
        page.append(
                        "\n## Rivals\n\nEach rival's threshold is the best in hindsight, chosen on the labels; Iolaus chooses nothing by ")
                .append("them. Scenarios without a campaign are left out.\n");
        for (long seed : seeds()) {
            List<Run> hunted = of(seed).stream()
                    .filter(run -> run.comparison().hostile() > 0)
                    .toList();
            List<String> scenarios = hunted.stream().map(Run::scenario).toList();
            List<String> campaigns = hunted.stream()
                    .flatMap(run -> run.comparison().rows().getFirst().campaigns().keySet().stream()
                            .map(campaign -> run.scenario() + "\n" + campaign))
                    .toList();
            figure(
                    "rivals-recall-" + seed,
                    "Recall by campaign where one honest account in a thousand may be flagged, seed " + seed
                            + "; Iolaus as it decides",
                    new ShadedTable(
                                    campaigns,
                                    table(hunted, Criterion.FEW_HONEST, row -> row.campaigns().values().stream()))
                            .svg(),
                    hunted);
            figure(
                    "rivals-f1-" + seed,
                    "F1 at its best, seed " + seed + "; Iolaus as it decides",
                    new ShadedTable(scenarios, table(hunted, Criterion.BEST_F1, row -> Stream.of(row.f1()))).svg(),
                    hunted);
        }
    }

    /** The scan's rows, then each rival under one criterion. */
    private static List<ShadedTable.Row> table(
            List<Run> runs, Criterion criterion, Function<Comparison.Row, Stream<Double>> values) {
        List<ShadedTable.Row> rows = new ArrayList<>();
        List<Comparison.Row> first = runs.getFirst().comparison().rows();
        for (int i = 0; i < first.size(); i++) {
            Criterion own = first.get(i).criterion();
            if (own == criterion || own == Criterion.RESTRICT || own == Criterion.VERIFY) {
                int place = i;
                String suffix =
                        own == criterion ? "" : own == Criterion.RESTRICT ? ": restricted" : ": or asked to verify";
                rows.add(new ShadedTable.Row(
                        first.get(i).method() + suffix,
                        runs.stream()
                                .map(run -> run.comparison().rows().get(place))
                                .flatMap(values)
                                .toList()));
            }
        }
        return rows;
    }

    private List<Long> seeds() {
        return runs.stream()
                .map(Run::seed)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<Run> of(long seed) {
        return runs.stream().filter(run -> run.seed() == seed).toList();
    }

    private void figure(String name, String caption, String svg, List<Run> from) throws IOException {
        Files.writeString(figures.resolve(name + ".svg"), svg);
        List<String> digests = from.stream().map(Run::digest).distinct().toList();
        page.append("\n![" + caption + "](evaluation/" + name + ".svg)\n\n*" + caption + ". `" + command
                + "`, configuration " + String.join(", ", digests) + ", commit " + commit + ".*\n");
    }

    private void header(String title, String... columns) {
        page.append("\n## " + title + "\n\n");
        row((Object[]) columns);
        page.append("|---".repeat(columns.length)).append("|\n");
    }

    private void row(Object... cells) {
        for (Object cell : cells) {
            page.append("| ").append(cell).append(' ');
        }
        page.append("|\n");
    }
}
