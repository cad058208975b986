package org.iolaus.duel.defender;

import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.iolaus.duel.traffic.Logged;

/** The detector of scans, fed epoch by epoch with its default configuration. */
final class IolausDefender implements Defender {
    private final Detector detector = new Detector(DetectorConfig.DEFAULT);
    private int told;

    @Override
    public void account(Account account) {
        detector.account(account);
    }

    @Override
    public void release(Release release) {
        detector.release(release);
    }

    @Override
    public void exchange(Logged exchange) {
        detector.observe(exchange.fingerprint());
    }

    @Override
    public List<Decision> close(long endMicros) {
        detector.advance(endMicros);
        List<Reached> reached = detector.verdictsAfter(told);
        told += reached.size();
        return reached.stream().map(IolausDefender::decision).toList();
    }

    private static Decision decision(Reached reached) {
        return new Decision(
                Logged.subject(reached.subject().accountId(), reached.subject().endUserId()),
                reached.ruling().verdict(),
                reached.ruling().micros(),
                reached.ruling().exchangesBefore());
    }
}
