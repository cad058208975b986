package org.iolaus.service.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/** What applying the log from its beginning leads to. Whoever applies the same batches has the same state. */
final class EngineState {
    private final Detector detector;
    private final Watermark watermark;
    private final AccountDirectory accounts = new AccountDirectory();
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private final List<Review> reviews = new ArrayList<>();
    private long applied;
    private long advancedMicros = Long.MIN_VALUE;
    private long latestMicros = Long.MIN_VALUE;

    EngineState(LiveConfig config) {
        detector = new Detector(config.detector(), config.without());
        EngineConfig engine = config.engine();
        watermark = new Watermark(
                engine.lateness(), engine.idle(), config.detector().epochMicros());
    }

    /** Sets what may change from one start to the next. */
    void configure(EngineConfig config) {
        watermark.configure(config.lateness(), config.idle());
    }

    /** Applies the log's next batch. */
    void apply(long position, Batch batch) {
        watermark.receive(batch.receivedMicros());
        for (Fact fact : batch.facts()) {
            apply(fact, batch.sender());
        }
        advancedMicros = watermark.micros();
        if (advancedMicros != Long.MIN_VALUE) {
            detector.advance(advancedMicros);
        }
        applied = position;
    }

    private void apply(Fact fact, String sender) {
        switch (fact) {
            case Fact.Exchanged(var fingerprint) -> {
                latestMicros = Math.max(latestMicros, fingerprint.timeMicros());
                watermark.exchange(sender, fingerprint.timeMicros());
                detector.observe(fingerprint);
            }
            case Fact.AccountUpdated(var account) -> {
                accounts.put(account);
                detector.account(account);
            }
            case Fact.Released(var release) -> detector.release(release);
            case Fact.Reviewed(var review) -> {
                reviews.add(review);
                detector.review(review);
            }
            case Fact.Read(var source, var position) -> positions.put(source, position);
            case Fact.Drained() -> {
                detector.finish();
                watermark.drain();
            }
            case Fact.Ticked() -> {}
        }
    }

    Detector detector() {
        return detector;
    }

    AccountDirectory accounts() {
        return accounts;
    }

    Map<String, String> positions() {
        return positions;
    }

    /** Every review applied, in the log's order. */
    List<Review> reviews() {
        return reviews;
    }

    /** Position of the last batch applied, or 0. */
    long applied() {
        return applied;
    }

    /** Event time before which everything has been judged, or {@link Long#MIN_VALUE}. */
    long advancedMicros() {
        return advancedMicros;
    }

    /** Latest event time, or {@link Long#MIN_VALUE}. */
    long latestMicros() {
        return latestMicros;
    }

    /** Whether exchanges wait for their epoch to close. */
    boolean open() {
        return watermark.open();
    }
}
