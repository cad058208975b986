package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.LogRank;

/**
 * Looks at each epoch's close whether groups take up models that have just appeared sooner than customers do. Counts as
 * exchanges come who could take up a model, being active in the epoch and not having used it, and who did; nobody is
 * walked through. Not thread-safe.
 */
final class Moves {
    /** How long a model counts as having just appeared. */
    private static final long FRESH_MICROS = 7 * 24 * 3_600_000_000L;
    /** Models seen so soon after the very first exchange may be old. */
    private static final long UNKNOWN_MICROS = 24 * 3_600_000_000L;

    private static final int CUSTOMERS = 0;
    private static final int NOBODY = -1;

    private final Groups groups;
    private final Reference reference;
    private final Catalog models;
    private final Map<String, Long> releases;
    private final List<Fresh> fresh = new ArrayList<>();
    /** Group's number, or customers, of each subject active in the epoch. */
    private final Int2IntOpenHashMap populations = new Int2IntOpenHashMap();

    private final Long2ObjectOpenHashMap<Tally> tallies = new Long2ObjectOpenHashMap<>();
    private long epochStartMicros = Long.MIN_VALUE;
    private long beganMicros = Long.MIN_VALUE;

    Moves(Groups groups, Reference reference, Catalog models, Map<String, Long> releases) {
        this.groups = groups;
        this.reference = reference;
        this.models = models;
        this.releases = releases;
        populations.defaultReturnValue(NOBODY);
    }

    /** A model that has just appeared. */
    private record Fresh(int model, long firstMicros) {}

    /** Members of one population who could take up a model in this epoch, and who did. */
    private static final class Tally {
        private int atRisk;
        private int acted;

        private LogRank.Step step() {
            return new LogRank.Step(atRisk, acted);
        }
    }

    /** Counts an exchange, before it is added to its subject's profile. */
    void exchange(Subject subject, int model) {
        if (fresh.isEmpty()) {
            return;
        }
        if (subject.lastMicros() < epochStartMicros) {
            begins(subject);
        }
        for (Fresh each : fresh) {
            if (each.model == model && !Activity.used(subject, model, each.firstMicros)) {
                int population = populations.get(subject.index());
                if (population != NOBODY) {
                    tally(population, model).acted++;
                }
            }
        }
    }

    /** Counts a subject at its first exchange in the epoch. */
    private void begins(Subject subject) {
        int population = population(subject.index());
        if (population == NOBODY) {
            return;
        }
        populations.put(subject.index(), population);
        for (Fresh each : fresh) {
            if (!Activity.used(subject, each.model, each.firstMicros)) {
                tally(population, each.model).atRisk++;
            }
        }
    }

    private int population(int subject) {
        Group group = groups.of(subject);
        if (group != null) {
            return group.number();
        }
        return reference.contains(subject) ? CUSTOMERS : NOBODY;
    }

    private Tally tally(int population, int model) {
        return tallies.computeIfAbsent((long) population << Catalog.BITS | model, key -> new Tally());
    }

    /**
     * Looks at an epoch that has ended.
     *
     * @param endMicros its end
     * @param lastMicros event time of its last exchange
     */
    void close(long endMicros, long lastMicros, List<Subject> subjects) {
        for (Fresh each : fresh) {
            LogRank.Step customers = tally(CUSTOMERS, each.model).step();
            for (Group group : groups.all()) {
                LogRank.Step members = tally(group.number(), each.model).step();
                boolean suspected = group.strongest().compareTo(Standing.SUSPECTED) >= 0;
                if (group.pivots().takeUp(each.model, members, customers) && suspected) {
                    List<Subject> movers =
                            group.members().intStream().mapToObj(subjects::get).toList();
                    group.pivots().note(each.model, Activity.byDay(movers), models, releases, lastMicros);
                }
            }
        }
        tallies.clear();
        populations.clear();
        epochStartMicros = endMicros;
        beganMicros = beganMicros == Long.MIN_VALUE ? lastMicros : beganMicros;
        refresh(endMicros);
    }

    private void refresh(long nowMicros) {
        fresh.clear();
        for (int model = 0; model < models.size(); model++) {
            long first = models.firstMicros(model);
            if (first >= nowMicros - FRESH_MICROS && first >= beganMicros + UNKNOWN_MICROS) {
                fresh.add(new Fresh(model, first));
            }
        }
    }
}
