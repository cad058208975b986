package org.iolaus.detection.fingerprint;

import java.util.List;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.fingerprint.text.Tokens;

/**
 * The text of a new turn, read into tokens, with its unkeyed hashes. Reused from exchange to exchange by one thread.
 */
final class TurnText {
    private static final int FIRST_BYTES = 32;

    private final int maxBytes;
    private final int openingWeight;
    private final Tokens tokens = new Tokens();
    private long firstBytes;
    private int readBytes;
    private int unreadBytes;
    private int userStart;
    private int userEnd;

    TurnText(FingerprintConfig config) {
        maxBytes = config.maxTextBytes();
        openingWeight = config.openingTokens() * Tokens.WORD_WEIGHT;
    }

    void read(List<Message> turn) {
        measure(turn);
        tokens.clear(unreadBytes);
        readBytes = 0;
        userStart = -1;
        userEnd = -1;
        for (Message message : turn) {
            int before = tokens.size();
            read(message.text());
            if (userStart < 0 && message.role() == Message.Role.USER) {
                userStart = before;
                userEnd = tokens.size();
            }
        }
        firstBytes = tokens.size() == 0 ? firstBytes(turn) : 0;
    }

    /** Says how many bytes there are beyond those that will be read. */
    private void measure(List<Message> turn) {
        unreadBytes = 0;
        int left = maxBytes;
        for (Message message : turn) {
            int length = Math.min(message.text().length(), left);
            left -= length;
            unreadBytes += message.text().length() - length;
        }
    }

    private void read(Utf8 text) {
        int length = Math.min(text.length(), maxBytes - readBytes);
        tokens.read(text.bytes(), text.offset(), text.offset() + length);
        readBytes += length;
    }

    /** Hash of the first bytes of each message, for a turn that has no tokens. */
    private long firstBytes(List<Message> turn) {
        long hash = 0;
        int left = maxBytes;
        for (Message message : turn) {
            Utf8 text = message.text();
            int length = Math.min(text.length(), left);
            for (int i = 0; i < Math.min(length, FIRST_BYTES); i++) {
                hash = Mixer.mix(hash, text.bytes()[text.offset() + i]);
            }
            left -= length;
        }
        return hash;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Hash of all tokens, numbers as they are; of a turn without tokens, of its first bytes; 0 if it is empty. */
    long item() {
        return tokens.size() == 0 ? firstBytes : Mixer.nonZero(tokens.sequence());
    }

    /** Hash of the first tokens of the first user message, digits folded; 0 if there are none. */
    long opening() {
        long hash = 0;
        int weight = 0;
        for (int i = Math.max(userStart, 0); i < userEnd && weight < openingWeight; i++) {
            hash = Mixer.mix(hash, tokens.folded(i));
            weight += tokens.weight(i);
        }
        return weight == 0 ? 0 : Mixer.nonZero(hash);
    }

    /** Tokens of the turn; what was not read counts by length. */
    int tokenCount() {
        long unread = readBytes == 0 ? 0 : (long) unreadBytes * tokens.size() / readBytes;
        return (int) Math.min(Integer.MAX_VALUE, tokens.size() + unread);
    }
}
