package org.iolaus.service.review.action;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.review.cases.SubjectKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * Sets the database beside the fact log after a start. Actions whose facts the log holds are entered; those that never
 * reached it are marked as abandoned; facts that nobody is known to have made are shown as such.
 */
public final class Reconciliation {
    private static final int ID_BYTES = 16;

    private final Database database;
    private final Vault vault;
    private final ActionTable actions;
    private final Completion completion;
    private final SecureRandom random;

    public Reconciliation(
            Database database, Vault vault, ActionTable actions, Completion completion, SecureRandom random) {
        this.database = database;
        this.vault = vault;
        this.actions = actions;
        this.completion = completion;
        this.random = random;
    }

    /**
     * Reconciles.
     *
     * @param logged all reviews that the log holds from a time on
     * @param from that time; what happened before it cannot be told
     * @param started when this process began; what was begun since is left alone
     * @return actions whose state changed, and new ones for facts unaccounted for
     */
    public List<Action> reconcile(Collection<Review> logged, Instant from, Instant started) {
        Set<Instant> times = logged.stream()
                .map(review -> Times.instant(review.timeMicros()))
                .collect(Collectors.toSet());
        return database.transact(handle -> {
            List<Action> changed = new ArrayList<>();
            for (Action pending : actions.in(handle, Action.State.PENDING)) {
                if (!pending.made().isAfter(started)) {
                    changed.add(settle(handle, pending, times.contains(pending.made()), from));
                }
            }
            changed.addAll(unaccounted(handle, logged));
            return changed;
        });
    }

    private Action settle(Handle handle, Action pending, boolean logged, Instant from) {
        Action.State absent = pending.made().isBefore(from) ? Action.State.UNCLEAR : Action.State.ABANDONED;
        Action settled = pending.in(logged ? Action.State.DONE : absent);
        actions.move(handle, pending.id(), settled.state());
        completion.enter(handle, settled);
        return settled;
    }

    private List<Action> unaccounted(Handle handle, Collection<Review> logged) {
        Map<Instant, List<Review>> unknown = new TreeMap<>();
        for (Review review : logged) {
            unknown.computeIfAbsent(Times.instant(review.timeMicros()), time -> new ArrayList<>())
                    .add(review);
        }
        unknown.keySet().removeIf(made -> actions.madeAt(handle, made));
        List<Action> found = new ArrayList<>();
        unknown.forEach((made, reviews) -> found(handle, made, reviews).ifPresent(found::add));
        return found;
    }

    private Optional<Action> found(Handle handle, Instant made, List<Review> reviews) {
        List<SubjectKey> subjects = reviews.stream()
                .flatMap(review -> subject(handle, review).stream())
                .toList();
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Action action = new Action(
                HexFormat.of().formatHex(id),
                null,
                null,
                Action.Kind.UNACCOUNTED,
                Action.State.DONE,
                false,
                "service",
                made,
                null,
                "The log holds this review, "
                        + reviews.getFirst().outcome().name().toLowerCase(Locale.ROOT)
                        + ", and the database does not say who made it.",
                subjects);
        actions.insert(handle, action);
        completion.enter(handle, action);
        return Optional.of(action);
    }

    private Optional<SubjectKey> subject(Handle handle, Review review) {
        return vault.ofAccount(handle, review.accountId())
                .map(key ->
                        new SubjectKey(vault.subject(review.accountId(), review.endUserId()), key, review.endUserId()));
    }
}
