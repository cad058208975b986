package org.iolaus.simulator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One text in the making: its chance, what its speaker has bound, and what it has already said. Not thread-safe. */
public final class Speech {
    private final SplittableRandom random;
    private final Map<String, String> bindings;
    private final List<String> memos = new ArrayList<>(0);

    public Speech(SplittableRandom random, Map<String, String> bindings) {
        this.random = random;
        this.bindings = bindings;
    }

    SplittableRandom random() {
        return random;
    }

    @Nullable
    String known(Node.Reference reference) {
        if (!reference.binding().isEmpty()) {
            return bindings.get(reference.binding());
        }
        if (!reference.memo().isEmpty()) {
            for (int i = 0; i < memos.size(); i += 2) {
                if (memos.get(i).equals(reference.memo())) {
                    return memos.get(i + 1);
                }
            }
        }
        return null;
    }

    void remember(String memo, String text) {
        memos.add(memo);
        memos.add(text);
    }
}
