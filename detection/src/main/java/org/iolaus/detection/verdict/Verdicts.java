package org.iolaus.detection.verdict;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.Assessment;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The strongest verdict on each subject so far and when it was reached. A campaign's members are restricted once they
 * have taken part; until then they are asked to verify if two families besides content tie them to it. Members of a
 * group with one family of evidence are asked to verify, those of a group that lacks a column observed. Members with a
 * use that the provider agreed to are left alone.
 *
 * <p>Whom a person has exempted is judged all the same, so that nobody else is judged otherwise for it; but the ruling
 * does not stand. After the exemption's end one stands only if it is reached anew, by what the subject does then. Not
 * thread-safe.
 */
public final class Verdicts {
    private static final IntArrayList NOTHING = new IntArrayList(0);

    private final List<Subject> subjects;
    private final List<@Nullable Ruling> rulings = new ArrayList<>();
    /** Every ruling that stood, in the order it was made; a subject comes again each time its verdict grows stronger. */
    private final List<Reached> reached = new ArrayList<>();

    /** Rulings reached anew after an exemption has ended, by subject. */
    private final Map<Integer, Ruling> anew = new HashMap<>();

    private final Exemptions exemptions;

    public Verdicts(List<Subject> subjects, Exemptions exemptions) {
        this.subjects = subjects;
        this.exemptions = exemptions;
    }

    /**
     * The strongest verdict on a subject.
     *
     * @param verdict what is recommended
     * @param group number of the group it was reached in
     * @param micros event time of the deciding exchange
     * @param exchangesBefore exchanges of the subject before that one
     */
    public record Ruling(Verdict verdict, int group, long micros, long exchangesBefore) {}

    /**
     * A verdict at the moment it was reached.
     *
     * @param subject whom it is on
     * @param ruling the verdict
     */
    public record Reached(Subject subject, Ruling ruling) {}

    /** Verdicts reached after the first {@code count}, in the order they were reached. */
    public List<Reached> reachedAfter(int count) {
        return List.copyOf(reached.subList(count, reached.size()));
    }

    /** The rulings that stand, in order of their subjects' first appearance. */
    public List<Reached> standing() {
        List<Reached> all = new ArrayList<>();
        for (Reached reached : all()) {
            Ruling ruling = standing(reached.subject());
            if (ruling != null) {
                all.add(new Reached(reached.subject(), ruling));
            }
        }
        return all;
    }

    /** Every subject's ruling, whether a person has exempted it or not, in order of the subjects' first appearance. */
    public List<Reached> all() {
        List<Reached> all = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            Ruling ruling = rulings.get(i);
            if (ruling != null) {
                all.add(new Reached(subjects.get(i), ruling));
            }
        }
        return all;
    }

    /** The ruling that stands on a subject, or null. */
    public @Nullable Ruling standing(Subject subject) {
        Ruling ruling = of(subject);
        long until = ruling == null ? Long.MIN_VALUE : exemptions.until(subject);
        if (ruling == null || ruling.micros() >= until) {
            return ruling;
        }
        Ruling later = anew.get(subject.index());
        return later == null || later.micros() < until ? null : later;
    }

    /** The ruling on a subject, whether a person has exempted it or not; or null. */
    public @Nullable Ruling of(Subject subject) {
        return subject.index() < rulings.size() ? rulings.get(subject.index()) : null;
    }

    /**
     * Judges a subject after one of its exchanges.
     *
     * @param linked shared objects that the exchange linked it to
     */
    public void exchange(Subject subject, IntArrayList linked, long micros, CampaignTracker tracker) {
        Ruling known = of(subject);
        if (known != null && known.verdict().atLeast(Verdict.RESTRICT)) {
            if (overturned(subject, known, micros)) {
                again(subject, micros, tracker);
            }
            return;
        }
        Group group = tracker.match(subject, linked);
        if (group != null) {
            rule(subject, Verdict.RESTRICT, group, micros, subject.exchanges() - 1, tracker);
        }
    }

    /** Judges subjects again at an epoch's close. */
    public void close(List<Subject> again, CampaignTracker tracker, long lastMicros) {
        for (Subject subject : again) {
            Ruling known = of(subject);
            Group group = known == null || !known.verdict().atLeast(Verdict.RESTRICT)
                    ? tracker.match(subject, NOTHING)
                    : null;
            if (group != null) {
                rule(subject, Verdict.RESTRICT, group, lastMicros, subject.exchanges(), tracker);
            }
        }
    }

    /** Judges the members of every group after an evaluation. */
    public void evaluation(CampaignTracker tracker, long lastMicros) {
        for (Group group : tracker.groups()) {
            Assessment assessment = group.assessment();
            if (assessment != null && assessment.standing() != Standing.CLEARED) {
                for (Subject member : tracker.members(group)) {
                    Ruling known = of(member);
                    boolean open = known == null || !known.verdict().atLeast(Verdict.RESTRICT);
                    boolean overturned = known != null && overturned(member, known, member.lastMicros());
                    if (open || overturned) {
                        Verdict verdict = verdict(assessment.standing(), group, member, tracker);
                        if (open) {
                            rule(member, verdict, group, lastMicros, member.exchanges(), tracker);
                        }
                        if (overturned) {
                            again(member, verdict, group, lastMicros, member.exchanges(), tracker);
                        }
                    }
                }
            }
        }
    }

    /** Whether a ruling has been overturned, the exemption is over, and the subject has been active since. */
    private boolean overturned(Subject subject, Ruling known, long activeMicros) {
        long until = exemptions.until(subject);
        return known.micros() < until && activeMicros >= until;
    }

    /** Judges a subject anew, at an exchange after its exemption, by the group that it is in. */
    private void again(Subject subject, long micros, CampaignTracker tracker) {
        Group group = tracker.group(subject);
        if (group != null && tracker.accused(group, subject)) {
            again(subject, Verdict.RESTRICT, group, micros, subject.exchanges() - 1, tracker);
        }
    }

    private void again(
            Subject subject, Verdict verdict, Group group, long micros, long before, CampaignTracker tracker) {
        Verdict bounded = bounded(verdict, tracker);
        Ruling standing = standing(subject);
        if (!sanctioned(subject) && stronger(standing, bounded)) {
            Ruling ruling = new Ruling(bounded, group.number(), micros, before);
            anew.put(subject.index(), ruling);
            reached.add(new Reached(subject, ruling));
        }
    }

    private static Verdict verdict(Standing standing, Group group, Subject member, CampaignTracker tracker) {
        return switch (standing) {
            case CAMPAIGN ->
                tracker.accused(group, member)
                        ? Verdict.RESTRICT
                        : tracker.belongs(group, member) ? Verdict.VERIFY : Verdict.ALLOW;
            case SUSPECTED -> Verdict.VERIFY;
            case WATCHED -> Verdict.OBSERVE;
            case CLEARED -> Verdict.ALLOW;
        };
    }

    private void rule(
            Subject subject, Verdict verdict, Group group, long micros, long before, CampaignTracker tracker) {
        Verdict bounded = bounded(verdict, tracker);
        if (sanctioned(subject) || !stronger(of(subject), bounded)) {
            return;
        }
        if (rulings.size() <= subject.index()) {
            rulings.addAll(Collections.nCopies(subjects.size() - rulings.size(), null));
        }
        Ruling ruling = new Ruling(bounded, group.number(), micros, before);
        rulings.set(subject.index(), ruling);
        if (!exemptions.exempts(subject, micros)) {
            reached.add(new Reached(subject, ruling));
        }
        if (bounded.atLeast(Verdict.RESTRICT)) {
            tracker.restricted(subject, group);
        }
    }

    private static Verdict bounded(Verdict verdict, CampaignTracker tracker) {
        boolean above = verdict.atLeast(Verdict.VERIFY) && !tracker.mayAccuse();
        return above ? Verdict.OBSERVE : verdict;
    }

    private static boolean stronger(@Nullable Ruling known, Verdict verdict) {
        return known == null ? verdict != Verdict.ALLOW : !known.verdict().atLeast(verdict);
    }

    /** Whether the provider has agreed to a use of a subject's account. */
    public static boolean sanctioned(Subject subject) {
        return subject.facts() != null
                && !subject.facts().account().sanctionedUse().isEmpty();
    }
}
