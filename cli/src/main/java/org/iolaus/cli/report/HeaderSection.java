package org.iolaus.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.iolaus.cli.output.Run;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.Verdict;

/** What was read, and the bottom line in two sentences. */
final class HeaderSection {
    private HeaderSection() {}

    static Html render(Findings findings, Run run) {
        return Html.of("""
                <header>
                <p class="mark">Iolaus <span>distillation report</span></p>
                <h1>{}</h1>
                <p class="lead">{}</p>
                <p class="read">{}</p>
                </header>
                """, headline(findings), bottomLine(findings), whatWasRead(findings, run));
    }

    private static String headline(Findings findings) {
        int campaigns = findings.campaigns().size();
        if (campaigns == 0) {
            return "No distillation campaign found";
        }
        long suspected = findings.campaigns().stream()
                .filter(campaign -> !AccountTable.restricts(campaign.verdict()))
                .count();
        if (suspected == campaigns) {
            return capital(Wording.spelled(suspected, "distillation campaign")) + " suspected";
        }
        return capital(Wording.spelled(campaigns - suspected, "distillation campaign")) + " found"
                + (suspected == 0 ? "" : ", " + Wording.spelled(suspected) + " suspected");
    }

    private static String bottomLine(Findings findings) {
        List<CampaignFinding> campaigns = findings.campaigns();
        String honest = others(findings.watched().size(), "put under watch")
                + others(findings.cleared().size(), "examined and cleared");
        if (campaigns.isEmpty()) {
            return "Nothing in this traffic shows coordination, extraction and concealment together." + honest;
        }
        long accounts = campaigns.stream().mapToLong(CampaignFinding::accounts).sum();
        long exchanges =
                campaigns.stream().mapToLong(CampaignFinding::exchanges).sum();
        long tokens =
                campaigns.stream().mapToLong(CampaignFinding::outputTokens).sum();
        String taken = tokens > 0 ? ", and took " + Wording.large(tokens) + " tokens of output" : "";
        String share = findings.exchanges() > 0
                ? " (" + Wording.percent((double) exchanges / findings.exchanges()) + " of the traffic)"
                : "";
        return Wording.count(accounts, "account") + " acted together in " + Wording.count(exchanges, "exchange") + share
                + taken + ". " + restricted(findings) + honest;
    }

    private static String others(int groups, String what) {
        return groups == 0
                ? ""
                : " " + capital(Wording.spelled(groups, "other group")) + (groups == 1 ? " was " : " were ") + what
                        + ".";
    }

    private static String restricted(Findings findings) {
        long restrict = findings.accounts().stream()
                .filter(account -> account.verdict().atLeast(Verdict.RESTRICT))
                .count();
        long verify = findings.accounts().stream()
                .filter(account -> account.verdict() == Verdict.VERIFY)
                .count();
        if (restrict + verify == 0) {
            return "No account should be restricted or asked to verify.";
        }
        if (restrict == 0) {
            return capital(Wording.spelled(verify, "account")) + " should be asked to verify, none restricted.";
        }
        return capital(Wording.spelled(restrict, "account")) + " should be restricted"
                + (verify == 0 ? "." : ", " + Wording.spelled(verify, "account") + " asked to verify.");
    }

    private static Html whatWasRead(Findings findings, Run run) {
        String span = findings.firstMicros() < 0
                ? ""
                : ", " + Wording.minute(findings.firstMicros()) + " to " + Wording.minute(findings.lastMicros())
                        + " UTC";
        return Html.of(
                "Read from {}: {}{}. <b>Shadow mode: nothing has been enforced.</b>",
                names(run.inputs()),
                Wording.count(findings.exchanges(), "exchange") + " by "
                        + Wording.count(findings.accountsSeen(), "account"),
                span);
    }

    /** File names without their folders, which are nobody else's business. */
    static String names(List<String> paths) {
        return paths.stream()
                .map(path -> Path.of(path).normalize().getFileName())
                .filter(Objects::nonNull)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
