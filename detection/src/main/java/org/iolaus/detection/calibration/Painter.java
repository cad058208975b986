package org.iolaus.detection.calibration;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Histogram;

/** Counts independent groups into a portrait, each by one of its members, chosen by keyed hash. Not thread-safe. */
final class Painter {
    private static final long DAY = 86_400_000_000L;
    private static final long[] AGES = {1, 7, 30, 60, 182, 365, 730};

    private final ObjectTable table;
    private final double subjects;
    private final long[][] counts = new long[Trait.values().length][];

    /** @param subjects accounts and end users in all */
    Painter(ObjectTable table, int subjects) {
        this.table = table;
        this.subjects = subjects;
        for (Trait trait : Trait.values()) {
            counts[trait.ordinal()] = new long[trait.bins()];
        }
    }

    /** Adds a group of so many members. */
    void add(Subject member, int members) {
        count(Trait.GROUP_SIZE, doublings(members));
        count(Trait.EXCHANGES_A_DAY, doublings(Math.ceilDiv(member.exchanges(), activeDays(member))));
        count(Trait.TRAINING_VALUE, (int) (member.value() * Trait.TRAINING_VALUE.bins()));
        count(Trait.CAPABILITY, most(member));
        count(Trait.ADDRESS_POPULARITY, popularity(member, Layer.IP));
        count(Trait.CLIENT_POPULARITY, popularity(member, Layer.CLIENT));
        count(Trait.PROMPT_POPULARITY, popularity(member, Layer.SYSTEM));
        count(Trait.ACCOUNT_AGE, age(member));
        count(Trait.LISTED_NETWORKS, (int) Math.ceilDiv(4 * member.listed(), member.exchanges()));
    }

    Portrait portrait() {
        Map<Trait, Histogram> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            traits.put(trait, Histogram.of(counts[trait.ordinal()]));
        }
        return new Portrait(traits);
    }

    private void count(Trait trait, int bin) {
        counts[trait.ordinal()][Math.clamp(bin, 0, trait.bins() - 1)]++;
    }

    /** 1 is 0, 2 is 1, up to 4 is 2, up to 8 is 3. */
    private static int doublings(long number) {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, number) - 1);
    }

    private static int activeDays(Subject member) {
        LongOpenHashSet days = new LongOpenHashSet();
        member.models().keySet().forEach(key -> days.add(key >> Catalog.BITS));
        return Math.max(1, days.size());
    }

    private static int most(Subject member) {
        int best = 0;
        List<Capability> all = List.of(Capability.values());
        for (int i = 1; i < all.size(); i++) {
            best = member.capability(all.get(i)) > member.capability(all.get(best)) ? i : best;
        }
        return best;
    }

    private int popularity(Subject member, Layer layer) {
        int users = 1;
        IntArrayList objects = member.objects(layer.family().ordinal());
        for (int i = 0; i < objects.size(); i++) {
            SharedObject object = table.get(objects.getInt(i));
            users = object.layer() == layer ? Math.max(users, object.users().size()) : users;
        }
        if (users == 1) {
            return 0;
        }
        double quarters = -StrictMath.log(users / subjects) / StrictMath.log(4);
        return Math.clamp(7 - (long) StrictMath.floor(quarters), 1, 7);
    }

    private static int age(Subject member) {
        AccountFingerprint facts = member.facts();
        long created = facts == null ? Long.MIN_VALUE : facts.account().createdMicros();
        if (created == Long.MIN_VALUE) {
            return 0;
        }
        int bin = 1;
        while (bin <= AGES.length && member.lastMicros() - created > AGES[bin - 1] * DAY) {
            bin++;
        }
        return bin;
    }
}
