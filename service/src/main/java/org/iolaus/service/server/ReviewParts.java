package org.iolaus.service.server;

import static org.iolaus.detection.exchange.Review.Outcome.CONFIRMED;
import static org.iolaus.detection.exchange.Review.Outcome.OVERTURNED;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Route;
import org.iolaus.service.decision.Change;
import org.iolaus.service.decision.DecisionRecorder;
import org.iolaus.service.decision.Subject;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.ProgrammeLedger;
import org.iolaus.service.policy.StoredProgrammeLedger;
import org.iolaus.service.review.Installation;
import org.iolaus.service.review.ReviewDesk;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.action.DecisionReference;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.retention.SampleQueue;
import org.iolaus.service.review.vault.KeyEncryptionFile;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.watermark.keys.KeyEncryption;

/** What people work with, beside the detector and the decisions. */
final class ReviewParts implements DecisionRecorder, AutoCloseable {
    private final ReviewDesk desk;
    private final LiveDetector detector;
    private final StoredProgrammeLedger programmes;
    private volatile Consumer<Review> reviewed = review -> {};
    private volatile Consumer<Subject> blocked = subject -> {};
    private long foundPosition = -1;

    ReviewParts(
            LiveServiceConfig config,
            Map<String, String> environment,
            Database database,
            ApiKeys keys,
            LiveDetector detector,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        this.detector = detector;
        Path data = config.data();
        KeyEncryption encryption =
                KeyEncryptionFile.open(data, config.keyEncryption(), environment, Vault.encryptionId(database), random);
        Vault vault = Vault.open(database, encryption, random, clock);
        desk = new ReviewDesk(
                config.desk(),
                database,
                vault,
                keys,
                Installation.of(data, random),
                detector,
                new ReviewDesk.Listeners(this::done, this::erased),
                clock,
                random);
        programmes = new StoredProgrammeLedger(desk.verifications());
        detector.listen(desk.feed());
        detector.listenToHealth(desk.watch()::health);
        detector.whenReplayed(this::begin);
    }

    /** Lets decisions hear of reviews, those of the past first. */
    void listen(Consumer<Review> listener, Consumer<Subject> blocks) {
        reviewed = listener;
        blocked = blocks;
    }

    /** Since when each decision stands, served or in shadow, by its reference. */
    Map<String, Instant> since() {
        return desk.reviews().references().since();
    }

    /** Takes the few prompts that are kept, if that is turned on. */
    SampleQueue samples() {
        return desk.sampleQueue();
    }

    /** How far accounts have proved that they belong to their programmes. */
    ProgrammeLedger programmes() {
        return programmes;
    }

    private void erased(String accountId) {
        programmes.forget(accountId);
    }

    private void begin(List<Review> logged) {
        logged.forEach(reviewed);
        desk.reviews().reconcile(logged, Instant.EPOCH);
        desk.reviews().blocked().forEach(this::block);
        desk.start();
    }

    private void done(Action action) {
        Review.Outcome outcome = switch (action.kind()) {
            case CONFIRM -> CONFIRMED;
            case OVERTURN -> OVERTURNED;
            case NOTE, CLOSE, UNACCOUNTED -> null;
        };
        if (outcome != null) {
            Instant until = action.until();
            for (SubjectKey subject : action.subjects()) {
                reviewed.accept(new Review(
                        subject.accountId(),
                        subject.endUserId(),
                        outcome,
                        micros(action.made()),
                        until == null ? Long.MAX_VALUE : micros(until)));
                if (action.block()) {
                    block(subject);
                }
            }
        }
    }

    private void block(SubjectKey subject) {
        blocked.accept(new Subject(subject.accountId(), subject.endUserId()));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    @Override
    public void record(List<Change> changes) {
        for (Change change : changes) {
            if (!change.reference().isEmpty()) {
                boolean stands = change.expiresMillis() == Long.MAX_VALUE;
                desk.reviews()
                        .references()
                        .record(new DecisionReference(
                                change.reference(),
                                change.subject().accountId(),
                                change.subject().endUserId(),
                                change.group(),
                                change.action().label(),
                                change.reason().label(),
                                change.mode() == Mode.ENFORCE,
                                change.time(),
                                change.since(),
                                stands ? null : Instant.ofEpochMilli(change.expiresMillis())));
            }
        }
    }

    /** Brings cases up to date with what was found, if anything was applied since the last time. */
    void refresh() {
        long position = detector.status().appliedPosition();
        if (position != foundPosition) {
            foundPosition = position;
            var _ = detector.findings().thenAccept(desk::found);
        }
        desk.watch().health(Optional.ofNullable(detector.status().failure()));
    }

    List<Route> routes() {
        return desk.routes();
    }

    @Override
    public void close() {
        desk.close();
    }
}
