package org.iolaus.simulator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One text in the making: its chance, what its speaker has bound, and what it has already said. Not thread-safe. */
public final class Speech {
    private final SplittableRandom random;
    private final Bindings bindings;
    private final List<String> memos = new ArrayList<>(0);
    private final List<Fragment> said = new ArrayList<>(0);

    /** A text by nobody in particular. */
    public Speech(SplittableRandom random) {
        this(random, Bindings.NONE);
    }

    public Speech(SplittableRandom random, Map<String, String> words) {
        this(random, Bindings.of(words));
    }

    public Speech(SplittableRandom random, Bindings bindings) {
        this.random = random;
        this.bindings = bindings;
    }

    SplittableRandom random() {
        return random;
    }

    /** Appends what the speaker has bound to a reference or has said for it before, if anything. */
    boolean repeat(Node.Reference reference, Text out) {
        if (!reference.binding().isEmpty()) {
            Fragment bound = bindings.get(reference.binding());
            if (bound != null) {
                out.append(bound);
            }
            return bound != null;
        }
        if (!reference.memo().isEmpty()) {
            for (int i = 0; i < memos.size(); i++) {
                if (memos.get(i).equals(reference.memo())) {
                    out.append(said.get(i));
                    return true;
                }
            }
        }
        return false;
    }

    void remember(String memo, Fragment text) {
        memos.add(memo);
        said.add(text);
    }
}
