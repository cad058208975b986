package org.iolaus.benchmarks.drawn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.benchmarks.recording.Labels;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.benchmarks.recording.TemporaryTraffic;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.campaign.Shape;

/**
 * A seed's scenario, simulated under that seed and scanned.
 *
 * @param campaigns its campaigns
 * @param honest its honest archetypes
 */
record DrawnRun(List<DrawnCampaign> campaigns, List<ArchetypeScore> honest) {
    static DrawnRun of(long seed) throws IOException, InterruptedException {
        Scenario scenario = Scenarios.parse("drawn-" + seed, DrawnScenario.text(seed));
        return TemporaryTraffic.look(
                scenario,
                seed,
                Runtime.getRuntime().availableProcessors(),
                folder -> scored(seed, scenario, folder, Recording.read(folder).scan()));
    }

    private static DrawnRun scored(long seed, Scenario scenario, Path folder, Findings findings) throws IOException {
        Score score = Evaluation.score(folder, findings);
        Map<String, Integer> verified = Labels.read(folder).reaching(Verdict.VERIFY, findings);
        Map<String, CampaignScore> scores = new HashMap<>();
        score.campaigns().forEach(each -> scores.put(each.campaign(), each));
        List<DrawnCampaign> campaigns = new ArrayList<>();
        for (Shape shape : scenario.campaigns()) {
            CampaignScore own = scores.get(shape.name());
            if (own == null) {
                throw new IllegalStateException("campaign " + shape.name() + " must be in the truth");
            }
            campaigns.add(new DrawnCampaign(
                    seed,
                    shape,
                    own.accounts(),
                    verified.getOrDefault(shape.name(), 0) / (double) Math.max(1, own.accounts()),
                    own.recall(),
                    own.leak()));
        }
        return new DrawnRun(campaigns, score.archetypes());
    }
}
