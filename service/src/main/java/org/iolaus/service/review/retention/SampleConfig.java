package org.iolaus.service.review.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.time.Duration;

/**
 * Whether prompts are kept for reviewers to look at, and how many. Off by default.
 *
 * @param enabled whether any is kept
 * @param perAccount samples of one account at most
 * @param total samples at most
 * @param maxBytes bytes of one sample, the rest is cut off
 * @param life how long each is kept
 */
public record SampleConfig(boolean enabled, int perAccount, int total, int maxBytes, Duration life) {
    public static final SampleConfig DEFAULT = new SampleConfig(false, 5, 10_000, 4096, Duration.ofDays(7));

    private static final int MOST_BYTES = 65_536;

    public SampleConfig {
        atLeastOne("perAccount", perAccount);
        atLeastOne("total", total);
        atLeastOne("maxBytes", maxBytes);
        if (maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("samples.maxBytes " + maxBytes + " must be at most " + MOST_BYTES);
        }
        if (!life.isPositive()) {
            throw new IllegalArgumentException("samples.life " + life + " must be longer than nothing");
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("samples." + name + " " + value + " must be at least 1");
        }
    }

    /** The beginning of a text that takes so many bytes, without half a character at its end. */
    public String cut(String prompt) {
        byte[] bytes = prompt.getBytes(UTF_8);
        if (bytes.length <= maxBytes) {
            return prompt;
        }
        CharBuffer text = CharBuffer.allocate(maxBytes);
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        decoder.decode(ByteBuffer.wrap(bytes, 0, maxBytes), text, false);
        return text.flip().toString();
    }
}
