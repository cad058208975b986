package org.iolaus.benchmarks.degraded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iolaus.benchmarks.recording.Labels;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.evaluation.ArchetypeScore;
import org.iolaus.evaluation.CampaignScore;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;

/**
 * Poor records, scanned, against what really happened: the truth is the one of full records. So leak counts exchanges that
 * sampling left out, too, and members of whom no record is left are missed. Where a campaign's accounts ought to be asked
 * to verify, leak counts those asked as found from their first exchange. Times rounded down to the minute round verdicts
 * down, too: leak is then too small by less than a minute of exchanges.
 *
 * @param kind what was changed
 * @param campaigns its campaigns
 * @param honest its honest archetypes
 */
record DegradedRun(Kind kind, List<DegradedCampaign> campaigns, List<ArchetypeScore> honest) {
    /** Changes the records in a folder of traffic, in a folder below it, and scans them. */
    static DegradedRun of(Kind kind, Path folder) throws IOException, InterruptedException {
        Path changed = folder.resolve("degraded");
        DegradedTraffic.write(kind, folder, changed);
        return scored(kind, folder, Recording.read(changed).scan());
    }

    private static DegradedRun scored(Kind kind, Path folder, Findings findings) throws IOException {
        Score score = Evaluation.score(folder, findings);
        Labels labels = Labels.read(folder);
        Map<String, Integer> restricted = labels.reaching(Verdict.RESTRICT, findings);
        Map<String, Integer> asked = labels.reaching(Verdict.VERIFY, findings);
        return new DegradedRun(
                kind,
                score.campaigns().stream()
                        .map(own -> new DegradedCampaign(
                                kind,
                                own.campaign(),
                                own.accounts(),
                                share(own, restricted),
                                share(own, asked),
                                own.leak()))
                        .toList(),
                score.archetypes());
    }

    private static double share(CampaignScore campaign, Map<String, Integer> accounts) {
        return accounts.getOrDefault(campaign.campaign(), 0) / (double) Math.max(1, campaign.accounts());
    }

    /** Honest accounts hurt, by archetype. */
    String honestLine() {
        String hurt = honest.stream()
                .filter(each -> each.flagged() + each.askedToVerify() > 0)
                .map(each -> each.archetype() + " " + each.flagged() + " restricted, " + each.askedToVerify()
                        + " asked, of " + each.accounts())
                .collect(Collectors.joining("; "));
        return String.format("%-18s honest: %s", kind.label(), hurt.isEmpty() ? "nobody" : hurt);
    }
}
