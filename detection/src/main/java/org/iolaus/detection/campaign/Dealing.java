package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.iolaus.detection.profile.ItemSample;
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
 * @param sharedNats nats of every member's bet that more than {@link #CHANCE} of its shared work is dealt out, whatever it is
 *     worth
 */
record Dealing(int items, int dealt, double nats, double sharedNats) {
    static final double MIN_BITS = 10;
    /** Nothing was looked at. */
    static final Dealing NONE = new Dealing(0, 0, 0, 0);

    /** Bound on the share of an ordinary member's work that is dealt out, or on what that is worth, 0..1. */
    private static final double OWN = 0.2;
    /** Bound on the share of strangers' shared work that happens to be in wordings which several of them use. */
    private static final double CHANCE = 0.05;
    /** Share of members that use a frame, at least. */
    private static final double FRAME_SHARE = 0.05;

    private static final int FRAME_USERS = 3;
    /** Items that a member puts into a frame which it uses, mean; into an exercise of a sheet it is about one. */
    private static final double FRAME_ITEMS = 1.5;

    /**
     * Looks at all sampled items of some members.
     *
     * @param shared what each member's shared work is
     * @param content keyed hashes of what they have in common
     * @param frame whether some of it may be a frame
     */
    static Dealing of(List<SharedItems> shared, LongOpenHashSet content, LongPredicate frame) {
        Long2IntOpenHashMap askers = new Long2IntOpenHashMap();
        Long2IntOpenHashMap users = new Long2IntOpenHashMap();
        Long2IntOpenHashMap uses = new Long2IntOpenHashMap();
        for (SharedItems member : shared) {
            ItemSample items = member.owner().items();
            LongOpenHashSet used = new LongOpenHashSet();
            for (int i = 0; i < items.size(); i++) {
                askers.addTo(items.item(i), 1);
                items.turn(i, content).forEach(key -> {
                    uses.addTo(key, 1);
                    used.add(key);
                });
            }
            used.forEach(key -> users.addTo(key, 1));
        }
        double least = Math.max(FRAME_USERS, FRAME_SHARE * shared.size());
        LongOpenHashSet frames = new LongOpenHashSet();
        users.long2IntEntrySet().stream()
                .filter(used ->
                        used.getIntValue() >= least && uses.get(used.getLongKey()) >= FRAME_ITEMS * used.getIntValue())
                .mapToLong(used -> used.getLongKey())
                .filter(frame)
                .forEach(frames::add);
        return of(shared, frames, askers);
    }

    private static Dealing of(List<SharedItems> shared, LongOpenHashSet frames, Long2IntOpenHashMap askers) {
        Betting betting = new Betting();
        Betting sharedBetting = new Betting();
        int all = 0;
        int dealt = 0;
        for (SharedItems member : shared) {
            ItemSample items = member.owner().items();
            double value = 0;
            int own = 0;
            for (int i = 0; i < items.size(); i++) {
                if (askers.get(items.item(i)) == 1 && !items.turn(i, frames).isEmpty()) {
                    value += items.value(i);
                    own++;
                }
            }
            if (items.size() > 0) {
                betting.value(value / items.size(), OWN);
                all += items.size();
            }
            if (member.count() > 0) {
                sharedBetting.value(Math.min(1, own / (double) member.count()), CHANCE);
            }
            dealt += own;
        }
        return new Dealing(all, dealt, betting.valueNats(), sharedBetting.valueNats());
    }

    double bits() {
        return Betting.bits(nats);
    }

    /** Whether the bet is won. */
    boolean shown() {
        return bits() >= MIN_BITS;
    }

    /** Bits for shared work that is dealt out, whatever it is worth. */
    double sharedBits() {
        return Betting.bits(sharedNats);
    }

    /** A column's score with this shown beside its evidence, not counted again. */
    ColumnScore beside(ColumnScore extraction, double bits) {
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d sampled items are put into wordings that several of the accounts use, and come from one"
                        + " account alone",
                dealt,
                items);
        List<Evidence> evidence = new ArrayList<>(extraction.evidence());
        evidence.add(new Evidence("dealt_items", Column.EXTRACTION, bits, summary, List.of()));
        return new ColumnScore(
                extraction.column(), extraction.bits(), extraction.present(), evidence, extraction.counterEvidence());
    }
}
