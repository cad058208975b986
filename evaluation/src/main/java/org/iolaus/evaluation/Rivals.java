package org.iolaus.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.evaluation.Comparison.Criterion;
import org.iolaus.evaluation.baseline.Baseline;
import org.iolaus.evaluation.baseline.Baselines;
import org.iolaus.evaluation.baseline.Hindsight;
import org.iolaus.evaluation.baseline.Traffic;

/** Measures rivals, each at its best threshold in hindsight, beside a scan of the same traffic. */
public final class Rivals {
    private static final int HONEST_PER_ERROR = 1000;
    private static final String SCAN = "Iolaus";

    private final Map<String, Truth.Label> labels;
    private final Traffic traffic;
    private final Map<String, Integer> sizes = new TreeMap<>();
    private final int hostile;
    private final int maxHonest;
    private final List<Comparison.Row> rows = new ArrayList<>();

    private Rivals(Map<String, Truth.Label> labels, Traffic traffic) {
        this.labels = labels;
        this.traffic = traffic;
        labels.values().stream()
                .filter(Truth.Label::hostile)
                .forEach(label -> sizes.merge(String.valueOf(label.campaign()), 1, Integer::sum));
        hostile = sizes.values().stream().mapToInt(each -> each).sum();
        maxHonest = Math.max(1, (labels.size() - hostile) / HONEST_PER_ERROR);
    }

    /**
     * Compares the scan in one folder, against the truth in another, with rivals on the traffic that was scanned.
     *
     * @throws IOException if a file is missing or malformed
     */
    public static Comparison compare(Path truthFolder, Path scanFolder, Traffic traffic) throws IOException {
        ScoreFiles files = new ScoreFiles();
        return new Rivals(files.truth(truthFolder).labels(), traffic).compare(files.scan(scanFolder));
    }

    /**
     * Compares what a scan has just found with rivals on the traffic that was scanned.
     *
     * @throws IOException if a file is missing or malformed
     */
    public static Comparison compare(Path truthFolder, Findings findings, Traffic traffic) throws IOException {
        return new Rivals(new ScoreFiles().truth(truthFolder).labels(), traffic).compare(Scan.of(findings));
    }

    private Comparison compare(Scan scan) {
        Set<String> restricted = new HashSet<>();
        Set<String> asked = new HashSet<>();
        scan.accounts().forEach((account, finding) -> {
            if (finding.flagged()) {
                restricted.add(account);
            }
            if (finding.asked()) {
                asked.add(account);
            }
        });
        row(SCAN, Criterion.RESTRICT, Double.POSITIVE_INFINITY, restricted);
        row(SCAN, Criterion.VERIFY, Double.POSITIVE_INFINITY, asked);
        Set<String> bad = new HashSet<>();
        labels.forEach((account, label) -> {
            if (label.hostile()) {
                bad.add(account);
            }
        });
        Baselines.all(bad).forEach(this::measure);
        return new Comparison(hostile, labels.size() - hostile, maxHonest, rows);
    }

    private void measure(Baseline baseline) {
        double[] all = baseline.scores(traffic);
        List<String> ids = traffic.ids();
        int[] labelled = IntStream.range(0, all.length)
                .filter(account -> labels.containsKey(ids.get(account)))
                .toArray();
        double[] scores = new double[labelled.length];
        boolean[] bad = new boolean[labelled.length];
        for (int i = 0; i < labelled.length; i++) {
            Truth.Label label = labels.get(ids.get(labelled[i]));
            scores[i] = all[labelled[i]];
            bad[i] = label != null && label.hostile();
        }
        cut(baseline.name(), Criterion.FEW_HONEST, Hindsight.mostRecall(scores, bad, maxHonest), all);
        cut(baseline.name(), Criterion.BEST_F1, Hindsight.bestF1(scores, bad), all);
    }

    private void cut(String method, Criterion criterion, Hindsight cut, double[] scores) {
        Set<String> flagged = new HashSet<>();
        for (int account = 0; account < scores.length; account++) {
            if (scores[account] >= cut.threshold()) {
                flagged.add(traffic.ids().get(account));
            }
        }
        row(method, criterion, cut.threshold(), flagged);
    }

    private void row(String method, Criterion criterion, double threshold, Set<String> flagged) {
        Map<String, Double> campaigns = new TreeMap<>();
        sizes.keySet().forEach(campaign -> campaigns.put(campaign, 0.0));
        int right = 0;
        int wrong = 0;
        for (String account : flagged) {
            Truth.Label label = labels.get(account);
            if (label != null && label.campaign() != null) {
                right++;
                campaigns.merge(label.campaign(), 1.0 / sizes.getOrDefault(label.campaign(), 1), Double::sum);
            } else if (label != null) {
                wrong++;
            }
        }
        rows.add(new Comparison.Row(
                method,
                criterion,
                Double.isInfinite(threshold) ? null : (Double) threshold,
                (double) right / Math.max(1, hostile),
                (double) right / Math.max(1, right + wrong),
                new Hindsight(threshold, right, wrong).f1(hostile),
                wrong,
                campaigns));
    }
}
