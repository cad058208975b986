package org.iolaus.watermark.keys;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a mark's key, as a decision states it and a trace resolves it. It holds no secret.
 *
 * <p>Its text is {@code provider/epoch/account/ID}, {@code provider/epoch/campaign/ID} or
 * {@code provider/epoch/account/ID/campaign/ID}, each part percent-encoded (RFC 3986, unreserved characters bare,
 * upper-case digits), so that different keys have different texts.
 *
 * @param provider who serves the model
 * @param epoch number of the epoch, from 1
 * @param owner whom the mark stands for
 */
public record KeyId(String provider, int epoch, KeyOwner owner) {
    private static final String FORMS =
            "PROVIDER/EPOCH/account/ID, PROVIDER/EPOCH/campaign/ID or PROVIDER/EPOCH/account/ID/campaign/ID";

    public KeyId {
        if (provider.isBlank()) {
            throw new IllegalArgumentException("provider \"" + provider + "\" must not be blank");
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("epoch " + epoch + " must be at least 1");
        }
    }

    /**
     * Reads the text of a key id.
     *
     * @throws IllegalArgumentException if it is not exactly as {@link #toString()} writes it
     */
    public static KeyId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw malformed(text);
        }
        KeyId id = new KeyId(PercentCode.decode(parts[0]), epoch(parts[1], text), owner(parts, text));
        if (!id.toString().equals(text)) {
            throw malformed(text);
        }
        return id;
    }

    /** The ids of the single keys: two for an account of a campaign, otherwise this one. */
    public List<KeyId> single() {
        List<KeyId> ids = new ArrayList<>();
        owner.accountId().ifPresent(id -> ids.add(new KeyId(provider, epoch, new KeyOwner.Account(id))));
        owner.campaignId().ifPresent(id -> ids.add(new KeyId(provider, epoch, new KeyOwner.Campaign(id))));
        return ids;
    }

    /** The name of an epoch, the first two parts of its key ids. */
    static String epochName(String provider, int epoch) {
        return PercentCode.encode(provider) + "/" + epoch;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(epochName(provider, epoch));
        owner.accountId().ifPresent(id -> text.append("/account/").append(PercentCode.encode(id)));
        owner.campaignId().ifPresent(id -> text.append("/campaign/").append(PercentCode.encode(id)));
        return text.toString();
    }

    private static int epoch(String part, String text) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static KeyOwner owner(String[] parts, String text) {
        String first = PercentCode.decode(parts[3]);
        if (parts.length == 6) {
            return new KeyOwner.Member(first, PercentCode.decode(parts[5]));
        }
        return switch (parts[2]) {
            case "account" -> new KeyOwner.Account(first);
            case "campaign" -> new KeyOwner.Campaign(first);
            default -> throw malformed(text);
        };
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("key id \"" + text + "\" must be " + FORMS);
    }
}
