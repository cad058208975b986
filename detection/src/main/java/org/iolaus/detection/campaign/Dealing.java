package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * How much of all that a group's members ask for is one data set dealt out: items that no other member asks for, in a
 * frame that several members put theirs into. People of one firm or venue share system prompts and tools, but word their
 * turns themselves; a class shares the items too, and who does one exercise does it about once. Frames are content of the
 * turn, never of the system prompt, that members have far more often than others, and put new items into again and again.
 *
 * @param items items sampled
 * @param dealt of them, items that are dealt out
 * @param nats nats of every member's bet that the training value of its dealt items, over all its items, is above
 *     {@link #OWN}
 */
record Dealing(int items, int dealt, double nats) {
    static final double MIN_BITS = 10;
    /** Nothing was looked at. */
    static final Dealing NONE = new Dealing(0, 0, 0);

    /** Bound on what an ordinary member's dealt items are worth, 0..1: that a fifth of all it asks for is one of them. */
    private static final double OWN = 0.2;
    /** Share of members that use a frame, at least. */
    private static final double FRAME_SHARE = 0.05;

    private static final int FRAME_USERS = 3;
    /** Items that a member puts into a frame which it uses, mean; into an exercise of a sheet it is about one. */
    private static final double FRAME_ITEMS = 1.5;

    /**
     * Looks at all sampled items of some members.
     *
     * @param content keyed hashes of what they have in common
     */
    static Dealing of(List<Subject> members, LongOpenHashSet content) {
        Long2IntOpenHashMap askers = new Long2IntOpenHashMap();
        Long2IntOpenHashMap users = new Long2IntOpenHashMap();
        Long2IntOpenHashMap uses = new Long2IntOpenHashMap();
        for (Subject member : members) {
            ItemSample items = member.items();
            LongOpenHashSet own = new LongOpenHashSet();
            for (int i = 0; i < items.size(); i++) {
                askers.addTo(items.item(i), 1);
                items.turn(i, content).forEach(key -> {
                    uses.addTo(key, 1);
                    own.add(key);
                });
            }
            own.forEach(key -> users.addTo(key, 1));
        }
        double least = Math.max(FRAME_USERS, FRAME_SHARE * members.size());
        LongOpenHashSet frames = new LongOpenHashSet();
        users.long2IntEntrySet().stream()
                .filter(used ->
                        used.getIntValue() >= least && uses.get(used.getLongKey()) >= FRAME_ITEMS * used.getIntValue())
                .forEach(used -> frames.add(used.getLongKey()));
        return of(members, frames, askers);
    }

    private static Dealing of(List<Subject> members, LongOpenHashSet frames, Long2IntOpenHashMap askers) {
        Betting betting = new Betting();
        int all = 0;
        int dealt = 0;
        for (Subject member : members) {
            ItemSample items = member.items();
            double value = 0;
            for (int i = 0; i < items.size(); i++) {
                if (askers.get(items.item(i)) == 1 && !items.turn(i, frames).isEmpty()) {
                    value += items.value(i);
                    dealt++;
                }
            }
            if (items.size() > 0) {
                betting.value(value / items.size(), OWN);
                all += items.size();
            }
        }
        return new Dealing(all, dealt, betting.valueNats());
    }

    double bits() {
        return Betting.bits(nats);
    }

    /** Whether the bet is won. */
    boolean shown() {
        return bits() >= MIN_BITS;
    }

    /** A column's score with this shown beside its evidence, not counted again. */
    ColumnScore beside(ColumnScore extraction) {
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d sampled items are put into wordings that several of the accounts use, and come from one"
                        + " account alone",
                dealt,
                items);
        List<Evidence> evidence = new ArrayList<>(extraction.evidence());
        evidence.add(new Evidence("dealt_items", Column.EXTRACTION, bits(), summary, List.of()));
        return new ColumnScore(
                extraction.column(), extraction.bits(), extraction.present(), evidence, extraction.counterEvidence());
    }
}
