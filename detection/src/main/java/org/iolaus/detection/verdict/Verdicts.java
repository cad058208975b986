package org.iolaus.detection.verdict;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.iolaus.detection.campaign.Assessment;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The strongest verdict on each subject so far and when it was reached. A campaign's members are restricted once they
 * have taken part, those of a group with one family of evidence asked to verify, those of a group that lacks a column
 * observed. Members with a use that the provider agreed to are left alone. Not thread-safe.
 */
public final class Verdicts {
    private static final IntArrayList NOTHING = new IntArrayList(0);

    private final List<Subject> subjects;
    private final List<@Nullable Ruling> rulings = new ArrayList<>();
    /** Every ruling in the order it was made; a subject comes again each time its verdict grows stronger. */
    private final List<Reached> reached = new ArrayList<>();

    public Verdicts(List<Subject> subjects) {
        this.subjects = subjects;
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

    /** The ruling on every subject that has one, in order of their first appearance. */
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

    /** The ruling on a subject, or null. */
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
                    if (known == null || !known.verdict().atLeast(Verdict.RESTRICT)) {
                        Verdict verdict = verdict(assessment.standing(), tracker.accused(group, member));
                        rule(member, verdict, group, lastMicros, member.exchanges(), tracker);
                    }
                }
            }
        }
    }

    private static Verdict verdict(Standing standing, boolean accused) {
        return switch (standing) {
            case CAMPAIGN -> accused ? Verdict.RESTRICT : Verdict.ALLOW;
            case SUSPECTED -> Verdict.VERIFY;
            case WATCHED -> Verdict.OBSERVE;
            case CLEARED -> Verdict.ALLOW;
        };
    }

    private void rule(
            Subject subject, Verdict verdict, Group group, long micros, long before, CampaignTracker tracker) {
        boolean above = verdict.atLeast(Verdict.VERIFY) && !tracker.mayAccuse();
        Verdict bounded = above ? Verdict.OBSERVE : verdict;
        Ruling known = of(subject);
        boolean stronger =
                known == null ? bounded != Verdict.ALLOW : !known.verdict().atLeast(bounded);
        if (sanctioned(subject) || !stronger) {
            return;
        }
        if (rulings.size() <= subject.index()) {
            rulings.addAll(Collections.nCopies(subjects.size() - rulings.size(), null));
        }
        Ruling ruling = new Ruling(bounded, group.number(), micros, before);
        rulings.set(subject.index(), ruling);
        reached.add(new Reached(subject, ruling));
        if (bounded.atLeast(Verdict.RESTRICT)) {
            tracker.restricted(subject, group);
        }
    }

    private static boolean sanctioned(Subject subject) {
        return subject.facts() != null
                && !subject.facts().account().sanctionedUse().isEmpty();
    }
}
