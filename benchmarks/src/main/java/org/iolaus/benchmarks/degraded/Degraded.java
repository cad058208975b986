package org.iolaus.benchmarks.degraded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iolaus.benchmarks.recording.TemporaryTraffic;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;

/** Prints what is found in poor records, and which honest accounts are hurt, kind by kind. */
final class Degraded {
    private Degraded() {}

    /** Arguments: a scenario, a seed and kinds; all kinds if none is named. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Scenario scenario;
        long seed;
        List<Kind> kinds;
        try {
            scenario = Scenarios.of(arguments[0]);
            seed = seed(arguments[1]);
            kinds = arguments.length == 2
                    ? List.of(Kind.values())
                    : Arrays.stream(arguments).skip(2).map(Kind::of).toList();
        } catch (IllegalArgumentException e) {
            System.err.println("degraded: " + e.getMessage());
            System.exit(2);
            return;
        }
        TemporaryTraffic.look(
                scenario, seed, Runtime.getRuntime().availableProcessors(), folder -> print(kinds, folder));
    }

    private static long seed(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("seed " + value + " must be a whole number from 0 to 999999999");
        }
        return Long.parseLong(value);
    }

    private static int print(List<Kind> kinds, Path folder) throws IOException, InterruptedException {
        System.out.println(DegradedCampaign.HEADER);
        for (Kind kind : kinds) {
            DegradedRun run = DegradedRun.of(kind, folder);
            run.campaigns().forEach(campaign -> System.out.println(campaign.line()));
            System.out.println(run.honestLine());
        }
        return kinds.size();
    }
}
