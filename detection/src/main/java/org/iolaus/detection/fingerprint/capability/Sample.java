package org.iolaus.detection.fingerprint.capability;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.unimi.dsi.fastutil.longs.LongLinkedOpenHashSet;
import java.util.Set;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityFeatures;
import org.iolaus.detection.fingerprint.text.Tokens;

/**
 * A labelled prompt as features.
 *
 * @param prompt where it comes from
 * @param system distinct features of the system prompt
 * @param turn distinct features of the turn
 * @param asked bits by {@link Capability#ordinal()}
 * @param undecided bits by {@link Capability#ordinal()}
 */
record Sample(LabelledPrompt prompt, long[] system, long[] turn, int asked, int undecided) {
    static Sample of(LabelledPrompt prompt) {
        return new Sample(
                prompt,
                features(prompt.system()),
                features(prompt.prompt()),
                bits(prompt.asked()),
                bits(prompt.undecided()));
    }

    boolean asks(int label) {
        return (asked >> label & 1) != 0;
    }

    boolean decides(int label) {
        return (undecided >> label & 1) == 0;
    }

    private static long[] features(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        Tokens tokens = new Tokens();
        tokens.read(bytes, 0, bytes.length);
        CapabilityFeatures features = new CapabilityFeatures();
        features.read(tokens);
        LongLinkedOpenHashSet distinct = new LongLinkedOpenHashSet();
        for (int i = 0; i < features.size(); i++) {
            distinct.add(features.hash(i));
        }
        return distinct.toLongArray();
    }

    private static int bits(Set<Capability> capabilities) {
        int bits = 0;
        for (Capability capability : capabilities) {
            bits |= 1 << capability.ordinal();
        }
        return bits;
    }
}
