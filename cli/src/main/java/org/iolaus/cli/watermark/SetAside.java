package org.iolaus.cli.watermark;

import java.util.ArrayList;
import java.util.List;

/** Lines that were not used, and why. Not thread-safe. */
public final class SetAside {
    private static final int SHOWN = 5;

    private final List<String> reasons = new ArrayList<>();
    private long count;

    void add(String reason) {
        count++;
        if (reasons.size() < SHOWN) {
            reasons.add(reason);
        }
    }

    /** Number of lines. */
    public long count() {
        return count;
    }

    /** The first reasons, each with file and line. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
