package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import java.util.List;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A coordinated group followed through time: a campaign, or a class, firm or crowd that has been examined. Members only
 * join; a group that another absorbs ends. Not thread-safe.
 */
final class Group {
    private static final double GROWTH = 1.1;

    private final int number;
    private final IntSortedSet members = new IntAVLTreeSet();
    private double coordinationNats;
    private long scoredExchanges;
    private int scoredMembers;
    private @Nullable Signature signature;

    Group(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    IntSortedSet members() {
        return members;
    }

    /** Adds members found together, with the evidence that they belong together. */
    void absorb(int[] found, double nats) {
        for (int member : found) {
            members.add(member);
        }
        coordinationNats = Math.max(coordinationNats, nats);
    }

    void remove(int member) {
        members.remove(member);
    }

    double coordinationNats() {
        return coordinationNats;
    }

    /** Whether members or their traffic have grown by a tenth since the last score. */
    boolean grown(List<Subject> subjects) {
        return members.size() >= GROWTH * scoredMembers || exchanges(subjects) >= GROWTH * scoredExchanges;
    }

    void scored(Signature now, List<Subject> subjects) {
        signature = now;
        scoredMembers = members.size();
        scoredExchanges = exchanges(subjects);
    }

    @Nullable
    Signature signature() {
        return signature;
    }

    private long exchanges(List<Subject> subjects) {
        long sum = 0;
        for (int member : members) {
            sum += subjects.get(member).exchanges();
        }
        return sum;
    }
}
