package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.List;
import java.util.Objects;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A coordinated group followed through time: a campaign, or a class, firm or crowd that has been examined. Members join
 * when they match and leave when they do not; a group that another absorbs ends. Not thread-safe.
 */
public final class Group {
    private static final double GROWTH = 1.1;
    /** Share of members from which on the group is scored anew if its last signature does not show why they belong. */
    private static final double UNEXPLAINED = 0.01;

    private final int number;
    private final boolean loose;
    private final IntSortedSet members = new IntAVLTreeSet();
    private long scoredExchanges;
    private int scoredMembers;
    private int taughtMembers;
    private @Nullable Look last;
    private @Nullable Look clearest;
    private long detectedAtMicros = -1;
    private Standing strongest = Standing.CLEARED;
    private Strength peak = Strength.NONE;
    private final Pivots pivots = new Pivots();
    private boolean ended;

    /**
     * One evaluation of the group.
     *
     * @param assessment what it was taken for
     * @param members how many members it had
     * @param prior odds, before looking, that a subject belonged to it
     */
    record Look(Assessment assessment, int members, double prior) {
        boolean clearerThan(Look other) {
            int stronger = assessment.standing().compareTo(other.assessment.standing());
            return stronger > 0 || (stronger == 0 && members >= other.members);
        }
    }

    /** @param loose whether nothing but prompts was found to hold it together */
    Group(int number, boolean loose) {
        this.number = number;
        this.loose = loose;
    }

    /** Position in the order of discovery, from 1. */
    public int number() {
        return number;
    }

    /** Whether nothing but prompts was found to hold it together. */
    boolean loose() {
        return loose;
    }

    /** Indices of its subjects, ascending. */
    public IntSortedSet members() {
        return members;
    }

    /** The same among all subjects by index. */
    List<Subject> among(List<Subject> subjects) {
        return members.intStream().mapToObj(subjects::get).toList();
    }

    /** What it was taken for at the last evaluation that looked at it, or null before the first. */
    public @Nullable Assessment assessment() {
        return last == null ? null : last.assessment();
    }

    /**
     * The evaluation that verdicts on its members rest on: the last one if the group was never taken for more, else the
     * one of all the strongest at which it had most members.
     */
    Look basis() {
        Look basis = last != null && last.assessment().standing() == strongest ? last : clearest;
        return Objects.requireNonNull(basis, "group must have been assessed");
    }

    /** The strongest it was ever taken for. */
    public Standing strongest() {
        return strongest;
    }

    /** The most it ever showed. */
    public Strength peak() {
        return peak;
    }

    /** Whether two independent families tie its members, or it has not been looked at. */
    boolean tied() {
        return last == null || last.assessment().signature().independentFamilies() >= 2;
    }

    /** Event time of the last exchange before it was first suspected or a campaign, or -1. */
    public long detectedAtMicros() {
        return detectedAtMicros;
    }

    /** Its moves to other models. */
    public Pivots pivots() {
        return pivots;
    }

    /** Whether it was dissolved, or another absorbed it. */
    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    void add(int member) {
        members.add(member);
    }

    void remove(int member) {
        members.remove(member);
    }

    /** Odds, before looking, that a subject belongs to it. */
    double prior() {
        return last == null ? 0 : last.prior();
    }

    /** Says that a member joined by what restricted members have taught since the last score. */
    void taught() {
        taughtMembers++;
    }

    /** Whether members or their traffic have grown by a tenth since the last score, or a few joined unexplained by it. */
    boolean grown(List<Subject> subjects) {
        return taughtMembers > UNEXPLAINED * members.size()
                || members.size() >= GROWTH * scoredMembers
                || exchanges(subjects) >= GROWTH * scoredExchanges;
    }

    void scored(Assessment now, List<Subject> subjects, long lastMicros) {
        last = new Look(now, members.size(), members.size() / (double) subjects.size());
        clearest = clearest == null || last.clearerThan(clearest) ? last : clearest;
        peak = peak.most(now.strength());
        scoredMembers = members.size();
        taughtMembers = 0;
        scoredExchanges = exchanges(subjects);
        if (now.standing().compareTo(strongest) > 0) {
            strongest = now.standing();
        }
        if (detectedAtMicros < 0 && now.standing().compareTo(Standing.SUSPECTED) >= 0) {
            detectedAtMicros = lastMicros;
        }
    }

    /** Takes over what another group was known for. */
    void inherit(Group other) {
        other.members.forEach(this::add);
        pivots.inherit(other.pivots);
        peak = peak.most(other.peak);
        if (other.clearest != null && (clearest == null || other.clearest.clearerThan(clearest))) {
            clearest = other.clearest;
        }
        if (other.strongest.compareTo(strongest) > 0) {
            strongest = other.strongest;
        }
        if (other.detectedAtMicros >= 0 && (detectedAtMicros < 0 || other.detectedAtMicros < detectedAtMicros)) {
            detectedAtMicros = other.detectedAtMicros;
        }
    }

    private long exchanges(List<Subject> subjects) {
        long sum = 0;
        for (int member : members) {
            sum += subjects.get(member).exchanges();
        }
        return sum;
    }
}
