package org.iolaus.detection.profile;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.jspecify.annotations.Nullable;

/**
 * The running profile of one subject: an account, or one end user of an account that carries many. Updates within an
 * epoch are sums, minima, maxima and bottom-k samples, so their order does not matter. Not thread-safe.
 */
public final class Subject {
    private static final long DAY = 86_400_000_000L;

    private final int index;
    private final long key;
    private final String accountId;
    private final @Nullable String endUserId;
    private final long[] capabilitySums = new long[Capability.values().length];
    private final ItemSample items = new ItemSample();
    private final Recurrence recurrence = new Recurrence();
    private final IntArrayList[] objects = {
        new IntArrayList(), new IntArrayList(), new IntArrayList(), new IntArrayList()
    };
    private final IntOpenHashSet objectSet = new IntOpenHashSet();
    private final Long2IntOpenHashMap models = new Long2IntOpenHashMap(2);
    /** Day and model of the latest exchanges, and how many of them {@link #models} lacks. */
    private long latestModel;

    private int latestCount;
    private final Long2IntOpenHashMap pathways = new Long2IntOpenHashMap(2);
    private @Nullable AccountFingerprint facts;
    private long party;
    private long firstMicros = Long.MAX_VALUE;
    private long lastMicros = Long.MIN_VALUE;
    private long exchanges;
    private long outputTokens;
    private long inputTokens;
    private long trainableSum;
    private long listed;

    public Subject(int index, long key, String accountId, @Nullable String endUserId) {
        this.index = index;
        this.key = key;
        this.accountId = accountId;
        this.endUserId = endUserId;
        party = key;
    }

    /**
     * Adds one exchange to the sums and samples.
     *
     * @param model index of its model
     * @param pathway index of its pathway, or -1 if it names none
     */
    public void add(Fingerprint fingerprint, int model, int pathway) {
        firstMicros = Math.min(firstMicros, fingerprint.timeMicros());
        lastMicros = Math.max(lastMicros, fingerprint.timeMicros());
        exchanges++;
        outputTokens += Math.max(0, fingerprint.outputTokens());
        inputTokens += Math.max(0, fingerprint.inputTokens());
        trainableSum += fingerprint.trainable();
        listed += fingerprint.networkKind() == NetworkKind.UNKNOWN ? 0 : 1;
        byte[] scores = fingerprint.capabilities();
        for (int i = 0; i < scores.length; i++) {
            capabilitySums[i] += scores[i] & 0xff;
        }
        items.add(fingerprint);
        recurrence.advance(fingerprint.timeMicros());
        count(Math.floorDiv(fingerprint.timeMicros(), DAY) << Catalog.BITS | model);
        if (pathway >= 0) {
            pathways.addTo(pathway, 1);
        }
    }

    /** Counts an exchange by day and model; those that follow one another are put into the map at once. */
    private void count(long dayAndModel) {
        if (dayAndModel != latestModel) {
            settle();
            latestModel = dayAndModel;
        }
        latestCount++;
    }

    private void settle() {
        if (latestCount > 0) {
            models.addTo(latestModel, latestCount);
            latestCount = 0;
        }
    }

    /**
     * Reads the parts of the profile that taking in an exchange needs, so that they are in the processor's cache when it
     * comes: for several subjects the waits for memory overlap.
     *
     * @return a number that means nothing
     */
    public long touch(Fingerprint fingerprint) {
        long read =
                exchanges + items.touch() + recurrence.touch(fingerprint.ip()) + recurrence.touch(fingerprint.client());
        for (long shingle : fingerprint.shingles()) {
            read += recurrence.touch(shingle);
        }
        return read;
    }

    public void facts(AccountFingerprint known) {
        facts = known;
        party = known.organization() == 0 ? key : known.organization();
    }

    /** Position in the order of first appearance. */
    public int index() {
        return index;
    }

    /** Keyed hash that orders subjects independently of their appearance. */
    public long key() {
        return key;
    }

    public String accountId() {
        return accountId;
    }

    public @Nullable String endUserId() {
        return endUserId;
    }

    /** Account facts in force, or null if none are known. */
    public @Nullable AccountFingerprint facts() {
        return facts;
    }

    /** The party that it speaks for: the organisation that its account names, or itself. */
    public long party() {
        return party;
    }

    public long firstMicros() {
        return firstMicros;
    }

    public long lastMicros() {
        return lastMicros;
    }

    public long exchanges() {
        return exchanges;
    }

    public long outputTokens() {
        return outputTokens;
    }

    public long inputTokens() {
        return inputTokens;
    }

    /** Sum of a capability's scores, each in 0..1. */
    public double capability(Capability capability) {
        return capabilitySums[capability.ordinal()] / 255.0;
    }

    /** Mean, over exchanges, of how much each asks for what is worth training on, 0..1. */
    public double value() {
        return exchanges == 0 ? 0 : trainableSum / 255.0 / exchanges;
    }

    /** Exchanges from addresses that operators' lists know as a hosting provider's, a VPN's or a relay's. */
    public long listed() {
        return listed;
    }

    public ItemSample items() {
        return items;
    }

    public Recurrence recurrence() {
        return recurrence;
    }

    /**
     * Adds an object shared with another subject; whether it is new.
     *
     * @param family the ordinal of its family
     */
    public boolean share(int family, int object) {
        return objectSet.add(object) && objects[family].add(object);
    }

    /**
     * Identifiers of objects of one family that are shared with another subject, distinct; grows, in order of discovery.
     *
     * @param family the family's ordinal
     */
    public IntArrayList objects(int family) {
        return objects[family];
    }

    /** Whether an object is among those that it shares with another subject. */
    public boolean shares(int object) {
        return objectSet.contains(object);
    }

    /** Objects of all families that are shared with another subject. */
    public int sharedObjects() {
        return objectSet.size();
    }

    /** Exchanges by day since the epoch, shifted left by {@link Catalog#BITS}, or-ed with the model's index. */
    public Long2IntOpenHashMap models() {
        settle();
        return models;
    }

    /** Exchanges by the pathway's index. */
    public Long2IntOpenHashMap pathways() {
        return pathways;
    }
}
