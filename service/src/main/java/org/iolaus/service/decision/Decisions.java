package org.iolaus.service.decision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.engine.RulingListener;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.ProgrammeLedger;
import org.iolaus.service.policy.ProgrammeProof;
import org.iolaus.service.policy.ProgrammeState;
import org.iolaus.service.policy.ReasonCode;
import org.iolaus.service.policy.Situation;
import org.jspecify.annotations.Nullable;

/**
 * What everybody is served: one look-up in memory by account and end user. Verdicts, facts, reviews and policies come in
 * one at a time and are turned into decisions beforehand; look-ups take no lock and do no I/O. Thread-safe.
 */
public final class Decisions implements RulingListener {
    private static final int HISTORY = 100_000;

    private final Sources sources;
    private final InstantSource clock;
    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final CampaignBudgets budgets = new CampaignBudgets();
    private final Feed feed = new Feed(HISTORY);
    private final AddressDecisions byAddress;
    private final Restoration restoration;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final List<Change> unpublished = new ArrayList<>();
    private volatile Resolver resolver;
    private long number;

    /**
     * Where decisions find what they need.
     *
     * @param accounts facts of accounts
     * @param programmes proofs of belonging to a programme
     * @param references makes what customers quote
     * @param watermarks names the key to mark answers with
     * @param recorder keeps who was served what
     */
    public record Sources(
            AccountDirectory accounts,
            ProgrammeLedger programmes,
            References references,
            WatermarkKeys watermarks,
            DecisionRecorder recorder) {}

    private record Due(long millis, Subject subject) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(millis, other.millis);
        }
    }

    public Decisions(Policy policy, Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
        byAddress = new AddressDecisions(sources);
        restoration = new Restoration(sources.references());
        this.resolver = new Resolver(policy, sources.references());
    }

    public Policy policy() {
        return resolver.policy();
    }

    public Feed feed() {
        return feed;
    }

    /** What is served to one request; it uses up budget. */
    public Answer look(Query query) {
        long now = clock.millis();
        Entry account = entries.get(query.accountId());
        Decision decision = account == null ? Decision.ALLOW : account.served(query.pathway(), now);
        boolean whole = true;
        boolean exempt = decision.reason() == ReasonCode.OVERTURNED;
        if (query.endUserId() != null) {
            Entry endUser = entries.get(new Subject(query.accountId(), query.endUserId()));
            Decision own = endUser == null ? Decision.ALLOW : endUser.served(query.pathway(), now);
            whole = own.action().compareTo(decision.action()) <= 0;
            exempt = own.reason() == ReasonCode.OVERTURNED;
            decision = decision.orStricter(own);
        }
        Policy policy = resolver.policy();
        if (query.ip() != null && !exempt && policy.regions().considersAddresses()) {
            decision = byAddress.orStricter(policy, query, query.ip(), decision, now);
        }
        return answer(query, decision, whole, now);
    }

    private Answer answer(Query query, Decision decision, boolean whole, long now) {
        Action action = decision.action();
        long wait = decision.budget() == null ? 0 : budgets.take(decision.budgetKey(), decision.budget(), now);
        long expires = decision.expiresMillis();
        return new Answer(
                query.accountId(),
                query.endUserId(),
                action,
                !action.refuses() && wait == 0,
                wait,
                decision.reason(),
                decision.campaignId(),
                decision.reference(),
                expires,
                decision.provisional(),
                sources.watermarks().keyId(query.accountId(), decision.campaignId(), now),
                CustomerMessage.of(
                        action,
                        decision.reason(),
                        whole,
                        expires,
                        decision.reference(),
                        policy().terms().appeal()));
    }

    @Override
    public synchronized void ruled(List<Ruling> rulings) {
        Instant now = clock.instant();
        for (Ruling ruling : rulings) {
            update(new Subject(ruling.accountId(), ruling.endUserId()), now, standing -> standing.ruled(ruling, now));
        }
        publish();
    }

    /** Looks again at an account whose facts or proof have changed. */
    public synchronized void accountChanged(String accountId) {
        Instant now = clock.instant();
        update(new Subject(accountId, null), now, UnaryOperator.identity());
        publish();
    }

    /** Takes a person's decision. */
    public synchronized void reviewed(Review review) {
        Instant now = clock.instant();
        update(new Subject(review.accountId(), review.endUserId()), now, standing -> standing.reviewed(review));
        publish();
    }

    /** Takes the reviewers' decision to block; it stands until the subject's verdict is overturned. */
    public synchronized void blocked(Subject subject) {
        update(subject, clock.instant(), Standing::withBlock);
        publish();
    }

    /** Judges everybody by another policy. */
    public synchronized void policyChanged(Policy policy) {
        Instant now = clock.instant();
        resolver = new Resolver(policy, sources.references());
        due.clear();
        List.copyOf(entries.values()).forEach(entry -> update(entry.subject(), now, UnaryOperator.identity()));
        sources.accounts().forEach(account -> {
            if (!entries.containsKey(account.accountId())) {
                update(new Subject(account.accountId(), null), now, UnaryOperator.identity());
            }
        });
        publish();
    }

    /** Tells of what has changed by mere passing of time. Call it every second. */
    public synchronized void tick() {
        Instant now = clock.instant();
        for (Due first = due.peek(); first != null && first.millis() <= now.toEpochMilli(); first = due.peek()) {
            due.remove();
            update(first.subject(), now, UnaryOperator.identity());
        }
        budgets.sweep(now.toEpochMilli());
        sources.recorder().record(byAddress.taken());
        publish();
    }

    /**
     * Takes up since when actions stood before a restart; call it before verdicts come.
     *
     * @param since since when what each reference stands for stood last, with hyphens or without
     */
    public synchronized void restore(Map<String, Instant> since) {
        restoration.put(since);
    }

    /** All verdicts that stood before the restart have come; whatever comes now begins anew. */
    public synchronized void restored() {
        restoration.end();
    }

    /** What is served now to all who are not simply served, or would be if nothing were in shadow. */
    public Stream<Change> active(Mode mode) {
        Instant now = clock.instant();
        return entries.values().stream()
                .filter(entry -> active(entry, mode, now).action() != Action.ALLOW)
                .map(entry -> change(entry, mode, active(entry, mode, now), 0, now));
    }

    /** Of how many subjects each action is what is served now, or would be if nothing were in shadow. */
    public Map<Action, Long> countActive(Mode mode) {
        Instant now = clock.instant();
        return entries.values().stream()
                .collect(Collectors.groupingBy(entry -> active(entry, mode, now).action(), Collectors.counting()));
    }

    /** What would be served to a subject if nothing were in shadow and nobody exempt. */
    public Change shadow(Subject subject) {
        Instant now = clock.instant();
        Entry entry = entries.get(key(subject));
        Entry held = entry == null ? resolved(subject, Standing.none(now), null, now) : entry;
        return change(held, Mode.SHADOW, held.shadow().at(now.toEpochMilli()), 0, now);
    }

    /** How a subject stands now, for explaining. */
    public Situation situation(Subject subject) {
        Instant now = clock.instant();
        Entry entry = entries.get(key(subject));
        Standing standing = entry == null ? Standing.none(now) : entry.standing();
        Account facts = sources.accounts().find(subject.accountId());
        return Resolver.situation(subject, standing, facts, programme(facts, now), null, now);
    }

    /** Subjects that something is held of. */
    public int size() {
        return entries.size();
    }

    private static Decision active(Entry entry, Mode mode, Instant now) {
        long millis = now.toEpochMilli();
        return mode == Mode.ENFORCE ? entry.served().at(millis) : entry.hidden(millis);
    }

    private void update(Subject subject, Instant now, UnaryOperator<Standing> change) {
        Object key = key(subject);
        Entry before = entries.get(key);
        Standing standing = change.apply(before == null ? Standing.none(now) : before.standing());
        Entry after = resolved(subject, restoration.of(subject, standing), before, now);
        for (Mode mode : Mode.values()) {
            Decision decision = active(after, mode, now);
            if (!decision.sameAs(after.published(mode))) {
                unpublished.add(change(after, mode, decision, ++number, now));
            }
        }
        Entry published = after.published(now.toEpochMilli());
        if (published.isIdle()) {
            entries.remove(key);
        } else {
            entries.put(key, published);
        }
        long next = Math.min(published.nextMillis(now.toEpochMilli()), proofExpiry(subject, now));
        if (next != Long.MAX_VALUE) {
            due.add(new Due(next, subject));
        }
    }

    private Entry resolved(Subject subject, Standing standing, @Nullable Entry before, Instant now) {
        Account facts = sources.accounts().find(subject.accountId());
        ProgrammeState programme = programme(facts, now);
        Map<String, Decision> byPathway = new HashMap<>();
        for (String pathway : policy().pathways()) {
            byPathway.put(pathway, resolver.served(subject, standing, facts, programme, pathway, now));
        }
        Decision served = resolver.served(subject, standing, facts, programme, null, now);
        Decision shadow = resolver.shadow(subject, standing, facts, programme, null, now);
        return new Entry(
                subject,
                standing,
                served,
                byPathway,
                shadow.equals(served) ? served : shadow,
                before == null ? Decision.ALLOW : before.publishedServed(),
                before == null ? Decision.ALLOW : before.publishedShadow());
    }

    private @Nullable ProgrammeState programme(@Nullable Account facts, Instant now) {
        if (facts == null
                || facts.type() == null
                || !policy().terms().programmes().containsKey(facts.type())) {
            return null;
        }
        ProgrammeProof proof = sources.programmes().find(facts.accountId());
        return proof == null ? ProgrammeState.UNVERIFIED : proof.at(now);
    }

    private long proofExpiry(Subject subject, Instant now) {
        ProgrammeProof proof = sources.programmes().find(subject.accountId());
        return proof == null || proof.expires() == null || !proof.expires().isAfter(now)
                ? Long.MAX_VALUE
                : proof.expires().toEpochMilli();
    }

    private Change change(Entry entry, Mode mode, Decision decision, long of, Instant now) {
        return Change.of(entry, mode, decision, of, now, policy().terms().version());
    }

    private void publish() {
        if (!unpublished.isEmpty()) {
            List<Change> changes = List.copyOf(unpublished);
            unpublished.clear();
            sources.recorder().record(changes);
            feed.publish(changes);
        }
    }

    private static Object key(Subject subject) {
        return subject.endUserId() == null ? subject.accountId() : subject;
    }
}
