package org.iolaus.benchmarks.contamination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.iolaus.benchmarks.recording.Labels;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.benchmarks.recording.TemporaryTraffic;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.simulator.Scenario;

/**
 * One scenario under one seed, scanned.
 *
 * @param contamination hostile accounts with the age and verification to serve in the reference population, as a share of
 *     all that have them
 * @param alarmed whether the scan warned of contamination
 * @param hostile hostile accounts
 * @param found those that got the verdict they deserve
 * @param honestRestricted honest accounts that were restricted
 */
record Trial(double contamination, boolean alarmed, int hostile, int found, int honestRestricted) {
    private static final String ALARM = "reference population is contaminated";

    static Trial of(Scenario scenario, long seed, int threads) throws IOException, InterruptedException {
        return TemporaryTraffic.look(scenario, seed, threads, folder -> scored(scenario, folder));
    }

    private static Trial scored(Scenario scenario, Path folder) throws IOException, InterruptedException {
        Recording recording = Recording.read(folder);
        Findings findings = recording.scan();
        Set<String> hostile = Labels.read(folder).campaigns().keySet();
        Verdict deserved =
                scenario.campaigns().stream().anyMatch(shape -> shape.expect().equals("verify"))
                        ? Verdict.VERIFY
                        : Verdict.RESTRICT;
        int found = 0;
        int honestRestricted = 0;
        for (AccountFinding finding : findings.accounts()) {
            boolean guilty = hostile.contains(finding.accountId());
            found += guilty && finding.verdict().atLeast(deserved) ? 1 : 0;
            honestRestricted += !guilty && finding.verdict().atLeast(Verdict.RESTRICT) ? 1 : 0;
        }
        boolean alarmed = findings.warnings().stream().anyMatch(warning -> warning.contains(ALARM));
        return new Trial(
                contamination(recording.accounts(), hostile, findings.lastMicros()),
                alarmed,
                hostile.size(),
                found,
                honestRestricted);
    }

    private static double contamination(List<Account> accounts, Set<String> hostile, long nowMicros) {
        int old = 0;
        int contaminating = 0;
        for (Account account : accounts) {
            boolean serves = account.createdMicros() != Long.MIN_VALUE
                    && account.createdMicros() <= nowMicros - ReferenceConfig.DEFAULT.tenureMicros()
                    && account.verification().compareTo(Account.Verification.PAYMENT) >= 0
                    && account.type() != Account.Type.RESELLER
                    && account.sanctionedUse().isEmpty();
            old += serves ? 1 : 0;
            contaminating += serves && hostile.contains(account.accountId()) ? 1 : 0;
        }
        return contaminating / (double) Math.max(1, old);
    }
}
