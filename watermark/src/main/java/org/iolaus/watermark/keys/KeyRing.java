package org.iolaus.watermark.keys;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;

/** A provider's secret with its epochs: the source of all its mark keys. Immutable; never prints the secret. */
public final class KeyRing {
    private final KeySchedule schedule;
    private final Secret secret;
    private final List<Secret> epochSecrets;

    KeyRing(KeySchedule schedule, Secret secret) {
        this.schedule = schedule;
        this.secret = secret;
        this.epochSecrets = schedule.epochs().stream()
                .map(epoch -> KeyDerivation.epoch(secret, schedule.provider(), epoch.number()))
                .toList();
        for (Epoch epoch : schedule.epochs()) {
            if (!epoch.commitment().opens(epochSecrets.get(epoch.number() - 1))) {
                throw new IllegalArgumentException(
                        "commitment of epoch " + epoch.number() + " must be opened by the secret");
            }
        }
    }

    /** A new key ring without epochs. */
    public static KeyRing generate(String provider, SecureRandom random) {
        return new KeyRing(new KeySchedule(provider, List.of()), Secret.random(random));
    }

    /**
     * This ring with one more epoch.
     *
     * @param now when its commitment is made, which has to be published before {@code from}
     * @throws IllegalArgumentException if it would begin before now, or not after the last epoch
     */
    public KeyRing rotate(MarkSettings settings, Instant from, Instant now) {
        int number = schedule.epochs().size() + 1;
        Secret epochSecret = KeyDerivation.epoch(secret, schedule.provider(), number);
        Commitment commitment = Commitment.to(KeyId.epochName(schedule.provider(), number), epochSecret, now);
        List<Epoch> epochs = new ArrayList<>(schedule.epochs());
        epochs.add(new Epoch(number, from, settings, commitment));
        return new KeyRing(new KeySchedule(schedule.provider(), epochs), secret);
    }

    /** What is public of it. */
    public KeySchedule schedule() {
        return schedule;
    }

    /** The key of one account or campaign. */
    public MarkKey markKey(KeyId id) {
        return MarkKey.of(id.toString(), KeyDerivation.mark(single(id), "siphash", MarkKey.BYTES));
    }

    /** The keys of an id, as a text is marked with them: one, or a campaign's and an account's. */
    public Keying keying(KeyId id) {
        List<MarkKey> keys = id.single().stream().map(this::markKey).toList();
        return keys.size() == 1 ? new Keying.One(keys.getFirst()) : new Keying.Shared(keys.getLast(), keys.getFirst());
    }

    /** A commitment to one account's or campaign's key, which can be opened without opening the epoch's. */
    public Commitment commit(KeyId id, Instant now) {
        return Commitment.to(id.toString(), single(id), now);
    }

    /**
     * Whether a commitment, to an epoch or to one key, is to what this ring holds.
     *
     * @throws IllegalArgumentException if this ring holds nothing of that name
     */
    public boolean opens(Commitment commitment) {
        for (Epoch epoch : schedule.epochs()) {
            if (commitment.id().equals(KeyId.epochName(schedule.provider(), epoch.number()))) {
                return commitment.opens(epochSecrets.get(epoch.number() - 1));
            }
        }
        return commitment.opens(single(KeyId.parse(commitment.id())));
    }

    /** The secret of one key, which opens its commitment and nothing else. */
    Secret single(KeyId id) {
        schedule.epochOf(id);
        return KeyDerivation.single(epochSecrets.get(id.epoch() - 1), id);
    }

    Secret secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "key ring of " + schedule.provider() + " with " + schedule.numbers();
    }
}
