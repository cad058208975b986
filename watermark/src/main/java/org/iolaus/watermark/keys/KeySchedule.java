package org.iolaus.watermark.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is public of a key ring: who serves, and the epochs in their order, numbered from 1, each beginning after the one
 * before it.
 */
public record KeySchedule(String provider, List<Epoch> epochs) {
    public KeySchedule {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("provider \"" + provider + "\" must not be blank");
        }
        epochs = List.copyOf(epochs);
        for (int i = 0; i < epochs.size(); i++) {
            check(provider, epochs, i);
        }
    }

    /** The epoch in force at a time; empty before the first. */
    public Optional<Epoch> at(Instant time) {
        return epochs.reversed().stream()
                .filter(epoch -> !epoch.from().isAfter(time))
                .findFirst();
    }

    /**
     * The epoch of a key.
     *
     * @throws IllegalArgumentException if the key is another provider's or of no epoch here
     */
    public Epoch epochOf(KeyId id) {
        if (!id.provider().equals(provider)) {
            throw new IllegalArgumentException("key id " + id + " must be of provider " + provider);
        }
        if (id.epoch() > epochs.size()) {
            throw new IllegalArgumentException("key id " + id + " is out of epoch: the key ring holds " + numbers());
        }
        return epochs.get(id.epoch() - 1);
    }

    /** The numbers of the epochs, for messages. */
    public String numbers() {
        return switch (epochs.size()) {
            case 0 -> "no epoch";
            case 1 -> "epoch 1";
            default -> "epochs 1 to " + epochs.size();
        };
    }

    Map<String, Object> fields() {
        return Map.of(
                "provider",
                provider,
                "epochs",
                epochs.stream().map(Epoch::fields).collect(Collectors.toList()));
    }

    private static void check(String provider, List<Epoch> epochs, int i) {
        Epoch epoch = epochs.get(i);
        if (epoch.number() != i + 1) {
            throw new IllegalArgumentException("epoch " + epoch.number() + " must be number " + (i + 1));
        }
        String name = KeyId.epochName(provider, epoch.number());
        if (!epoch.commitment().id().equals(name)) {
            throw new IllegalArgumentException("commitment \""
                    + epoch.commitment().id() + "\" of epoch " + epoch.number() + " must be to " + name);
        }
        if (i > 0 && !epoch.from().isAfter(epochs.get(i - 1).from())) {
            throw new IllegalArgumentException("epoch " + epoch.number() + " from " + epoch.from()
                    + " must begin after " + epochs.get(i - 1).from());
        }
    }
}
