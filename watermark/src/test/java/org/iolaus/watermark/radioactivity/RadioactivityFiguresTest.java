package org.iolaus.watermark.radioactivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the tables of students for docs/watermark.md; run by {@code benchmarks/watermark-radioactivity}. */
class RadioactivityFiguresTest {
    private static final Path PAGE = Path.of("target/radioactivity.md");
    private static final double[] SHARES = {0, 0.01, 0.05, 0.2};
    private static final int ACCOUNTS = 240;
    private static final MarkKey CAMPAIGN = ToyWorld.key(1);

    private final StringBuilder page = new StringBuilder();

    @Test
    @Tag("slow")
    void figures_allSettings_areWritten() throws IOException {
        page.append("| marked share | window | closed | closed, supervised | open |\n|---|---|---|---|---|\n");
        for (int window : List.of(1, 2)) {
            for (double share : SHARES) {
                settings(window, share);
            }
        }
        page.append("\n| keys of a marked share of 20 % | significant | smallest p × keys |\n|---|---|---|\n");
        keys("240 accounts, each its own", account -> new Keying.One(ToyWorld.key(1000 + account)), false);
        keys("one campaign", _ -> new Keying.One(CAMPAIGN), true);
        keys(
                "one campaign beside 240 accounts",
                account -> new Keying.Shared(CAMPAIGN, ToyWorld.key(1000 + account)),
                true);
        Files.writeString(PAGE, page);
        assertThat(page.toString().lines().count()).isEqualTo(16);
    }

    private void settings(int window, double share) {
        ToyWorld world = new ToyWorld(window, 1).serve(share, new Keying.One(CAMPAIGN));
        ToyStudent student = world.student();
        List<Output> outputs = world.outputs(student, ToyWorld.SAMPLED_TOKENS);
        ServedWindows served = ServedWindows.of(world.scheme().window(), world.marked());
        String supervised = share == 0
                ? "–"
                : log10(world, SuspectPairs.closed(world.scheme().window(), outputs, served));
        String open = "–";
        if (window == 1) {
            List<Prediction> predictions = IntStream.range(0, ToyTeacher.WORDS)
                    .mapToObj(last -> Prediction.of(new int[] {last}, student.scores(last)))
                    .toList();
            open = log10(world, SuspectPairs.open(world.scheme().window(), predictions, null));
        }
        page.append(String.format(
                Locale.ROOT,
                "| %.0f %% | %d | %s | %s | %s |%n",
                100 * share,
                window,
                log10(world, SuspectPairs.closed(world.scheme().window(), outputs, null)),
                supervised,
                open));
    }

    private void keys(String name, IntFunction<Keying> keyings, boolean campaign) {
        ToyWorld world = new ToyWorld(1, 5);
        for (int account = 0; account < ACCOUNTS; account++) {
            world.serve(0.2 / ACCOUNTS, keyings.apply(account));
        }
        DistinctPairs pairs = SuspectPairs.closed(
                world.scheme().window(), world.outputs(world.student(), ToyWorld.SAMPLED_TOKENS), null);
        boolean shared = keyings.apply(0) instanceof Keying.Shared;
        List<MarkKey> tested = campaign
                ? List.of(CAMPAIGN)
                : IntStream.range(0, ACCOUNTS)
                        .mapToObj(account -> ToyWorld.key(1000 + account))
                        .toList();
        double[] logs = tested.stream()
                .map(key -> new Radioactivity(world.scheme(), key, shared)
                        .test(pairs)
                        .pValue())
                .mapToDouble(pValue -> pValue.amongst(tested.size()).log10())
                .toArray();
        OptionalDouble smallest =
                IntStream.range(0, logs.length).mapToDouble(i -> logs[i]).min();
        page.append(String.format(
                Locale.ROOT,
                "| %s | %d of %d | 10^%.1f |%n",
                name,
                IntStream.range(0, logs.length)
                        .filter(i -> logs[i] <= Math.log10(0.05))
                        .count(),
                logs.length,
                smallest.orElseThrow()));
    }

    private static String log10(ToyWorld world, DistinctPairs pairs) {
        return String.format(
                Locale.ROOT,
                "10^%.1f",
                new Radioactivity(world.scheme(), CAMPAIGN, false)
                        .test(pairs)
                        .pValue()
                        .log10());
    }
}
