package org.iolaus.detection.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one exchange. Hashes are keyed, 64 bits, and 0 where the exchange has no such value. Immutable by
 * convention: arrays are never modified after construction.
 *
 * @param timeMicros event time
 * @param key hash of (source, id)
 * @param content hash of everything else, to tell a repeat from a conflict
 * @param accountId the paying account
 * @param account hash of the paying account
 * @param endUserId the gateway's id of the person or program behind it
 * @param endUser hash of (account, end user)
 * @param model model asked for
 * @param pathway the way in, or null
 * @param ip hash of the exact address
 * @param prefix hash of its /24 (IPv4) or /48 (IPv6)
 * @param supernet hash of its /16 (IPv4) or /32 (IPv6)
 * @param networkKind what address lists say of the address
 * @param client hash of (TLS fingerprint, user agent)
 * @param system hash of the normalised system prompt
 * @param systemShingles sampled shingles of the system prompt, ascending
 * @param tools hash of the tool list
 * @param opening hash of the first tokens of the new turn, digits folded
 * @param shingles sampled shingles of the new turn, ascending
 * @param item hash of the whole normalised new turn
 * @param turnTokens number of tokens of the new turn as this stage counts them
 * @param capabilities scores in 0..255 by {@link Capability#ordinal()}, 255 is certain
 * @param inputTokens as logged, or -1
 * @param outputTokens as logged, or -1
 * @param reasoningTokens as logged, or -1
 * @param maxTokens as asked, or -1
 * @param refused whether the model is known to have declined
 * @param conversation hash of (account, conversation id)
 */
public record Fingerprint(
        long timeMicros,
        long key,
        long content,
        String accountId,
        long account,
        @Nullable String endUserId,
        long endUser,
        String model,
        @Nullable String pathway,
        long ip,
        long prefix,
        long supernet,
        NetworkKind networkKind,
        long client,
        long system,
        long[] systemShingles,
        long tools,
        long opening,
        long[] shingles,
        long item,
        int turnTokens,
        byte[] capabilities,
        int inputTokens,
        int outputTokens,
        int reasoningTokens,
        int maxTokens,
        boolean refused,
        long conversation) {
    private static final int SCORES = Capability.values().length;

    /** What an operator's address lists say of an address. */
    public enum NetworkKind {
        UNKNOWN,
        HOSTING,
        VPN,
        RELAY
    }

    /** How much the exchange asks for what is worth training on: its best score but {@code ORDINARY}'s, in 0..255. */
    public int trainable() {
        return trainable(capabilities, 0);
    }

    /** The same, of scores that lie in a larger array. */
    public static int trainable(byte[] scores, int from) {
        int best = 0;
        for (int i = 0; i < SCORES; i++) {
            best = i == Capability.ORDINARY.ordinal() ? best : Math.max(best, scores[from + i] & 0xff);
        }
        return best;
    }

    /** Score of a capability in 0..1. */
    public double score(Capability capability) {
        return (capabilities[capability.ordinal()] & 0xff) / 255.0;
    }
}
