package org.iolaus.service.engine;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/** Plain facts, where it does not matter what they say. */
final class Facts {
    private Facts() {}

    /** An exchange of one of a hundred accounts that is known by its number, a second after the one before. */
    static Fingerprint exchange(int number) {
        return new Fingerprint(
                number * 1_000_000L,
                number + 1,
                1,
                "account-" + number % 100,
                1 + number % 100,
                null,
                0,
                "model",
                null,
                1_000 + number % 50,
                0,
                0,
                NetworkKind.UNKNOWN,
                0,
                0,
                new long[0],
                0,
                0,
                new long[0],
                1 + number,
                7,
                new byte[Capability.values().length],
                -1,
                -1,
                -1,
                -1,
                false,
                0);
    }

    /** A batch of exchanges from one number on to another. */
    static Batch batch(int from, int to) {
        List<Fact> facts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            facts.add(new Fact.Exchanged(exchange(i)));
        }
        return new Batch(to * 1_000_000L, "sender", facts);
    }
}
