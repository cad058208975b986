package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/** Who has taken up a model: the accounts that used it last, of those active in the last day. */
final class Adoption {
    private static final long DAY = 24 * 3_600_000_000L;

    private final List<Subject> subjects;
    private final Reference reference;
    private final long nowMicros;
    private final Int2ObjectOpenHashMap<Uptake> customers = new Int2ObjectOpenHashMap<>();

    /** @param nowMicros event time of the look */
    Adoption(List<Subject> subjects, Reference reference, long nowMicros) {
        this.subjects = subjects;
        this.reference = reference;
        this.nowMicros = nowMicros;
    }

    /**
     * How many accounts have taken up a model.
     *
     * @param holders accounts that used it last
     * @param active accounts that used any
     */
    record Uptake(int holders, int active) {
        private static final Uptake NONE = new Uptake(0, 0);

        private Uptake plus(boolean holds) {
            return new Uptake(holders + (holds ? 1 : 0), active + 1);
        }

        /** Share of holders, one more counted as holding it. */
        double rate() {
            return (holders + 1.0) / (active + 1.0);
        }
    }

    /** Uptake among some accounts. */
    Uptake of(Iterable<Subject> accounts, int model) {
        Uptake uptake = Uptake.NONE;
        for (Subject account : accounts) {
            if (account.lastMicros() >= nowMicros - DAY) {
                uptake = uptake.plus(account.model() == model);
            }
        }
        return uptake;
    }

    /** Uptake among the reference population. */
    Uptake customers(int model) {
        return customers.computeIfAbsent(
                model,
                wanted -> of(
                        subjects.stream()
                                .filter(subject -> reference.contains(subject.index()))
                                .toList(),
                        wanted));
    }
}
