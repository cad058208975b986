package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code iolaus evaluate}: scores a scan against the truth. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "evaluate",
        description = "Score a scan against labels: recall, purity and leak by campaign, honest accounts hit.",
        footer = {"", "Example: ./iolaus evaluate traffic/ out/"})
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TRUTH_DIR", description = "Folder with labels.jsonl and truth.json.")
    private Path truth;

    @Parameters(index = "1", paramLabel = "SCAN_DIR", description = "Folder that a scan has written.")
    private Path scan;

    @Option(names = "--format", paramLabel = "human|json", description = "What to print (default: human).")
    private Format format = Format.HUMAN;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Score score = score();
        if (format == Format.JSON) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(mapper.writeValueAsString(score));
        } else {
            human(score, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Score score() {
        try {
            return Evaluation.score(truth, scan);
        } catch (NoSuchFileException e) {
            throw Failure.input("file " + e.getMessage() + " is missing");
        } catch (IOException e) {
            throw Failure.input(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static void human(Score score, PrintWriter out) {
        for (CampaignScore each : score.campaigns()) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %-8s n=%-5d recall=%.3f one=%.3f purity=%.3f leak=%.3f hours=%.1f%n",
                    each.campaign(),
                    each.expect(),
                    each.accounts(),
                    each.recall(),
                    each.oneCluster(),
                    each.purity(),
                    each.leak(),
                    each.hoursToDetect());
        }
        out.printf(
                Locale.ROOT,
                "precision %.4f (%.4f at 1 %%, %.4f at 0.1 %% hostile), %d of %d honest flagged (95 %% upper bound %.5f)%n",
                score.precision(),
                score.precisionAtOnePercent(),
                score.precisionAtOnePerMille(),
                score.honestFlagged(),
                score.honest(),
                score.falsePositiveUpper95());
        for (ArchetypeScore each : score.archetypes()) {
            if (each.flagged() + each.askedToVerify() > 0) {
                out.printf(
                        Locale.ROOT,
                        "  honest %-18s flagged %d of %d (95 %% upper bound %.4f), asked to verify %d%n",
                        each.archetype(),
                        each.flagged(),
                        each.accounts(),
                        each.flaggedUpper95(),
                        each.askedToVerify());
            }
        }
        if (score.insideReseller() != null) {
            out.printf(
                    Locale.ROOT,
                    "inside the reseller: recall %.3f, precision %.3f%n",
                    score.insideReseller().recall(),
                    score.insideReseller().precision());
        }
        if (score.regrownIdentityKept() != null) {
            out.printf("regrown identity kept: %s%n", score.regrownIdentityKept() ? "yes" : "no");
        }
        out.printf(
                Locale.ROOT,
                "Brier score %.5f over %d accounts%n",
                score.calibration().brier(),
                score.calibration().bins().stream()
                        .mapToInt(bin -> bin.accounts())
                        .sum());
    }
}
