package org.iolaus.detection.pipeline;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iolaus.detection.calibration.Census;
import org.iolaus.detection.campaign.Assessment;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Exemptions;
import org.iolaus.detection.verdict.Verdicts;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.jspecify.annotations.Nullable;

/**
 * The stages after fingerprinting, in order, for scan, service and distributed job alike. Takes fingerprints in any
 * order within the lateness bound; {@link #advance} closes epochs. Not thread-safe: one thread feeds it.
 */
public final class Detector {
    /** Exchanges whose accounts are looked up together before they are taken in. */
    private static final int AHEAD = 32;

    private final DetectorConfig config;
    private final EpochBuffer buffer;
    private final Deduplication deduplication;
    private final Subjects subjects;
    private final ObjectTable table;
    private final Linker linker;
    private final Reference reference;
    private final CampaignTracker tracker;
    private final Exemptions exemptions = new Exemptions();
    private final Verdicts verdicts;
    private final List<Release> releases = new ArrayList<>();
    private final Catalog models = new Catalog();
    private final Catalog pathways = new Catalog();
    /** Takes what reading ahead has read, which would else be left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    private long exchanges;
    private long firstMicros = -1;
    private long lastMicros = -1;
    private long pendingEvaluation = Long.MIN_VALUE;
    private long closes;

    public Detector() {
        this(DetectorConfig.DEFAULT);
    }

    public Detector(DetectorConfig config) {
        this(config, Set.of());
    }

    /** The same without some stages, to see what each is worth. */
    public Detector(DetectorConfig config, Set<Stage> without) {
        this.config = config;
        buffer = new EpochBuffer(config.epochMicros(), config.maxBuffered());
        deduplication = new Deduplication(config.maxRemembered());
        subjects = new Subjects(new AccountFingerprinter(config.fingerprint()));
        table = new ObjectTable(subjects.all(), config.maxOwners());
        linker = new Linker(table);
        reference = new Reference(config.reference(), table);
        tracker = new CampaignTracker(subjects.all(), table, reference, subjects, models, without, config.bounds());
        verdicts = new Verdicts(subjects.all(), exemptions);
    }

    /** Records account facts; they take effect at their {@code updated} time. */
    public void account(Account account) {
        subjects.account(account);
    }

    /** Records a model's release; it is known from the end of the epoch that it is in. */
    public void release(Release release) {
        releases.add(release);
    }

    /**
     * Records a person's decision. One that overturns withdraws the verdict on the account or end user from the epoch on
     * that its time is in, and exempts it until it ends; nobody else is judged otherwise for it.
     */
    public void review(Review review) {
        exemptions.add(review);
        closes++;
    }

    /** Takes one exchange's fingerprint. */
    public void observe(Fingerprint fingerprint) {
        buffer.add(fingerprint);
        while (buffer.crowded()) {
            relieve();
        }
    }

    /** Declares that no exchange before {@code watermarkMicros} will come any more. */
    public void advance(long watermarkMicros) {
        while (buffer.ready(watermarkMicros)) {
            close();
        }
    }

    /** Verdicts reached in closed epochs after the first {@code count}, in the order they were reached. */
    public List<Reached> verdictsAfter(int count) {
        return verdicts.reachedAfter(count);
    }

    /**
     * The verdicts that stand, in order of the subjects' first appearance. What a person has overturned is left out as
     * soon as the decision is recorded.
     */
    public List<Reached> rulings() {
        return verdicts.standing().stream()
                .filter(reached -> !exempts(
                        reached.subject().accountId(),
                        reached.subject().endUserId(),
                        reached.ruling().micros()))
                .toList();
    }

    /** Whether a person has exempted an account, or an end user of it, beyond an event time, as far as is recorded. */
    public boolean exempts(String accountId, @Nullable String endUserId, long micros) {
        return exemptions.decided(accountId, endUserId, micros);
    }

    /**
     * A look ahead into open epochs, for whoever cannot wait for their close.
     *
     * @param maxAccounts accounts that it keeps something of
     */
    public LookAhead lookAhead(int maxAccounts) {
        return new LookAhead(buffer, subjects, tracker, verdicts, exemptions, maxAccounts);
    }

    /** Identifiers of campaigns by their group's number. */
    public Map<Integer, String> campaigns() {
        return writer().identifiers();
    }

    /** The number of the group that another number stands for now, after merges; the same number if it was dissolved. */
    public int group(int number) {
        Group group = tracker.numbered(number);
        return group == null ? number : group.number();
    }

    /** How often an epoch was closed, all was finished or a person decided: verdicts change only when this does. */
    public long closes() {
        return closes;
    }

    /** Exchanges counted in closed epochs. */
    public long exchanges() {
        return exchanges;
    }

    /** Repeats of exchanges dropped. */
    public long duplicates() {
        return deduplication.duplicates();
    }

    /** Repeats of an identifier with other content, set aside. */
    public long conflicts() {
        return deduplication.conflicts();
    }

    /** Exchanges set aside because their epoch had closed. */
    public long late() {
        return buffer.late();
    }

    /** Takes in the earliest exchanges although their epoch is open. */
    private void relieve() {
        begin(buffer.firstEnd());
        List<Fingerprint> earliest = buffer.relieve();
        take(earliest);
        if (earliest.isEmpty()) {
            close();
        }
    }

    private void close() {
        closes++;
        long end = buffer.firstEnd();
        begin(end);
        take(buffer.close());
        released(end);
        deduplication.close(end);
        table.close(end);
        verdicts.close(tracker.close(), tracker, lastMicros);
        if (end == pendingEvaluation) {
            evaluate();
        }
    }

    private void released(long endMicros) {
        releases.removeIf(release -> {
            boolean due = release.releasedMicros() < endMicros;
            if (due) {
                tracker.release(release.model(), release.releasedMicros());
            }
            return due;
        });
    }

    /** Does what comes before an epoch's first exchange; once more does nothing. */
    private void begin(long end) {
        long evaluation = evaluationAfter(end);
        if (evaluation != pendingEvaluation) {
            evaluate();
            pendingEvaluation = evaluation;
        }
        subjects.applyFacts(end - config.epochMicros(), table);
        exemptions.apply(end);
    }

    /**
     * Takes exchanges in account by account, so that what is known of one account is in the processor's cache. Between two
     * evaluations accounts are judged apart, so their order changes no verdict.
     */
    private void take(List<Fingerprint> fingerprints) {
        List<Fingerprint> fresh = new ArrayList<>(fingerprints.size());
        for (Fingerprint fingerprint : fingerprints) {
            if (deduplication.fresh(fingerprint.key(), fingerprint.content())) {
                fresh.add(fingerprint);
            }
        }
        if (!fresh.isEmpty()) {
            firstMicros = firstMicros < 0 ? fresh.getFirst().timeMicros() : firstMicros;
            lastMicros = fresh.getLast().timeMicros();
            List<Fingerprint> sorted = byAccount(fresh);
            for (int from = 0; from < sorted.size(); from += AHEAD) {
                List<Fingerprint> next = sorted.subList(from, Math.min(sorted.size(), from + AHEAD));
                touched += subjects.touch(next);
                next.forEach(this::take);
            }
        }
    }

    /** Exchanges by the hash of their account, those of one account in the order they have. */
    private static List<Fingerprint> byAccount(List<Fingerprint> exchanges) {
        long[] accounts = new long[exchanges.size()];
        int[] order = new int[accounts.length];
        for (int i = 0; i < order.length; i++) {
            accounts[i] = exchanges.get(i).account();
            order[i] = i;
        }
        LongArrays.radixSortIndirect(order, accounts, true);
        List<Fingerprint> sorted = new ArrayList<>(order.length);
        for (int position : order) {
            sorted.add(exchanges.get(position));
        }
        return sorted;
    }

    /** The evaluation that covers an epoch: the next multiple of the interval at or after its end. */
    private long evaluationAfter(long endMicros) {
        long interval = config.epochMicros() * config.epochsPerEvaluation();
        return Math.ceilDiv(endMicros, interval) * interval;
    }

    private void evaluate() {
        if (pendingEvaluation != Long.MIN_VALUE) {
            tracker.evaluate(pendingEvaluation, lastMicros);
            verdicts.evaluation(tracker, lastMicros);
            pendingEvaluation = Long.MIN_VALUE;
        }
    }

    private void take(Fingerprint fingerprint) {
        exchanges++;
        long micros = fingerprint.timeMicros();
        int model = models.index(fingerprint.model(), micros);
        int pathway = fingerprint.pathway() == null ? -1 : pathways.index(fingerprint.pathway(), micros);
        Subject subject = subjects.of(fingerprint, table);
        subject.add(fingerprint, model, pathway);
        verdicts.exchange(subject, linker.link(subject, fingerprint), micros, tracker);
    }

    /** Closes every epoch and says what was found. More may be observed afterwards, of later epochs. */
    public Findings finish() {
        while (!buffer.isEmpty()) {
            close();
        }
        evaluate();
        closes++;
        return findings();
    }

    /** Says what was found in the epochs closed so far, and changes nothing. */
    public Findings findings() {
        FindingsWriter writer = writer();
        return new Findings(
                writer.campaigns(),
                writer.accounts(),
                writer.cleared(),
                writer.watched(),
                exchanges,
                deduplication.duplicates(),
                deduplication.conflicts(),
                buffer.late(),
                subjects.accountsSeen(),
                firstMicros,
                lastMicros,
                reference.size(),
                losses(),
                warnings());
    }

    /**
     * Scores of the group that each account is in, by account, as of the last evaluation. Accounts in no group, and end
     * users, are left out.
     */
    public Map<String, List<ColumnScore>> columns() {
        Map<String, List<ColumnScore>> columns = new TreeMap<>();
        for (Subject subject : subjects.all()) {
            Group group = subject.endUserId() == null ? tracker.group(subject) : null;
            Assessment assessment = group == null ? null : group.assessment();
            if (assessment != null) {
                columns.put(subject.accountId(), assessment.columns());
            }
        }
        return columns;
    }

    /** What was found by independent groups, to calibrate on or to compare with a calibration; once all is finished. */
    public Census census() {
        return writer().census();
    }

    private FindingsWriter writer() {
        return new FindingsWriter(
                subjects, table, reference, tracker, verdicts, exemptions, lastMicros, models, pathways);
    }

    private Map<String, Long> losses() {
        Map<String, Long> losses = new TreeMap<>();
        lost(losses, "single_owner_objects", table.forgotten());
        lost(losses, "crowded_out_exchanges", buffer.crowdedOut());
        lost(losses, "remembered_identifiers", deduplication.forgotten());
        long sightings = 0;
        for (Subject subject : subjects.all()) {
            sightings += subject.recurrence().forgotten();
        }
        lost(losses, "single_sightings", sightings);
        return losses;
    }

    private static void lost(Map<String, Long> losses, String name, long count) {
        if (count > 0) {
            losses.put(name, count);
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (exchanges > 0 && !reference.sufficient()) {
            warnings.add(reference.shortage());
        }
        tracker.contamination().warning().ifPresent(warnings::add);
        return warnings;
    }
}
