package org.iolaus.service.decision;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in the shape in which CrowdSec's bouncers pull them: what is new and what is gone since the same bouncer last
 * asked. Only what is served is ever in it. A bouncer that has never asked, has missed what is forgotten by now, or has
 * not had everything for a while gets all that stands. Thread-safe.
 */
final class BouncerStream {
    /** How long a bouncer keeps what has no end of its own. */
    private static final Duration STANDING = Duration.ofDays(7);

    private static final Duration REFRESH = STANDING.dividedBy(2);
    private static final String ORIGIN = "iolaus";

    private final Decisions decisions;
    private final InstantSource clock;
    private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    private record Cursor(long number, long fullMillis) {}

    BouncerStream(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * What a bouncer gets.
     *
     * @param bouncer public name of its key
     * @param startup whether it has nothing yet
     * @param scopes scopes it wants, in lower case; empty for all
     */
    Fields pull(String bouncer, boolean startup, Set<String> scopes) {
        long now = clock.millis();
        Cursor cursor = startup ? null : cursors.get(bouncer);
        long upTo = decisions.feed().last();
        boolean fresh = cursor != null && now - cursor.fullMillis < REFRESH.toMillis();
        List<Change> changes = fresh && cursor != null ? decisions.feed().after(cursor.number) : null;
        List<Fields> added = new ArrayList<>();
        List<Fields> deleted = new ArrayList<>();
        if (changes == null || cursor == null) {
            decisions.active(Mode.ENFORCE).forEach(change -> add(added, change, change.action(), scopes, now));
            changes = cursor == null ? List.of() : missed(cursor.number);
            cursors.put(bouncer, new Cursor(upTo, now));
            collect(changes, new ArrayList<>(), deleted, scopes, now);
        } else {
            collect(changes, added, deleted, scopes, now);
            cursors.put(bouncer, new Cursor(Math.max(upTo, last(changes, upTo)), cursor.fullMillis));
        }
        return new Fields().list("new", added, each -> each).list("deleted", deleted, each -> each);
    }

    private List<Change> missed(long number) {
        List<Change> changes = decisions.feed().after(number);
        return changes == null ? List.of() : changes;
    }

    private static long last(List<Change> changes, long otherwise) {
        return changes.isEmpty() ? otherwise : changes.getLast().number();
    }

    /** The first and the last of the changes of each subject say what is gone and what has come. */
    private void collect(List<Change> changes, List<Fields> added, List<Fields> deleted, Set<String> scopes, long now) {
        Map<Subject, Change> first = new LinkedHashMap<>();
        Map<Subject, Change> last = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change.mode() == Mode.ENFORCE) {
                first.putIfAbsent(change.subject(), change);
                last.put(change.subject(), change);
            }
        }
        last.forEach((subject, change) -> {
            Action before = first.getOrDefault(subject, change).before();
            if (before != change.action()) {
                add(deleted, change, before, scopes, now);
            }
            add(added, change, change.action(), scopes, now);
        });
    }

    private void add(List<Fields> list, Change change, Action action, Set<String> scopes, long now) {
        String scope = change.subject().endUserId() == null ? "Account" : "EndUser";
        if (action == Action.ALLOW
                || (!scopes.isEmpty() && !scopes.contains(scope.toLowerCase(java.util.Locale.ROOT)))) {
            return;
        }
        list.add(new Fields()
                .put("id", ids.incrementAndGet())
                .put("origin", ORIGIN)
                .put("type", action.label())
                .put("scope", scope)
                .put("value", value(change.subject()))
                .put("duration", duration(change.expiresMillis(), now))
                .put("scenario", ORIGIN + "/" + change.reason().label())
                .put("simulated", false));
    }

    private static String duration(long expiresMillis, long now) {
        long millis = expiresMillis == Long.MAX_VALUE ? STANDING.toMillis() : Math.max(0, expiresMillis - now);
        return Math.ceilDiv(millis, 1000) + "s";
    }

    /** An account, or account/end user, with slashes and percent signs inside either percent-encoded. */
    static String value(Subject subject) {
        return encoded(subject.accountId()) + (subject.endUserId() == null ? "" : "/" + encoded(subject.endUserId()));
    }

    private static String encoded(String id) {
        return id.replace("%", "%25").replace("/", "%2F");
    }

    static Set<String> scopes(@Nullable String parameter) {
        return parameter == null || parameter.isEmpty()
                ? Set.of()
                : Set.of(parameter.toLowerCase(java.util.Locale.ROOT).split(","));
    }
}
