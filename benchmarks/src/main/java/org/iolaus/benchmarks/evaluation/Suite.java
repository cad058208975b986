package org.iolaus.benchmarks.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints whether scans reach what they are asked to, goal by goal; the exit code is 1 if one does not. */
final class Suite {
    private Suite() {}

    /** Arguments: a folder for each run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        int failed = 0;
        int all = 0;
        for (String folder : arguments) {
            Run run = Run.scored(Path.of(folder));
            for (Goals.Check check : Goals.of(run)) {
                all++;
                failed += check.passed() ? 0 : 1;
                out.printf(
                        "%-4s  %-22s %-18s %-42s %s%n",
                        check.passed() ? "pass" : "FAIL", run.name(), check.subject(), check.goal(), check.reached());
            }
        }
        out.printf("%d of %d goals reached%n", all - failed, all);
        System.exit(failed == 0 ? 0 : 1);
    }
}
