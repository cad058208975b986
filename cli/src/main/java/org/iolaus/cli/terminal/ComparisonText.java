package org.iolaus.cli.terminal;

import java.util.List;
import java.util.Locale;
import org.iolaus.evaluation.Comparison;

/** A scan beside its rivals as a table. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String of(Comparison comparison) {
        TextTable table = new TextTable(
                List.of("METHOD", "FLAGS", "FROM", "RECALL", "PRECISION", "F1", "HONEST FLAGGED"),
                List.of(2, 3, 4, 5, 6));
        for (Comparison.Row row : comparison.rows()) {
            table.row(
                    row.method(),
                    criterion(row.criterion(), comparison.maxHonest()),
                    row.threshold() == null ? "–" : String.format(Locale.ROOT, "%.4g", row.threshold()),
                    share(row.recall()),
                    share(row.precision()),
                    share(row.f1()),
                    row.honestFlagged());
        }
        return String.format(
                        Locale.ROOT,
                        "%d hostile and %d honest accounts; thresholds of rivals are chosen on the labels%n",
                        comparison.hostile(),
                        comparison.honest())
                + table.render();
    }

    private static String criterion(Comparison.Criterion criterion, int maxHonest) {
        return switch (criterion) {
            case RESTRICT -> "restricted";
            case VERIFY -> "restricted or asked to verify";
            case FEW_HONEST -> "most recall, honest <= " + maxHonest;
            case BEST_F1 -> "best F1";
        };
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
