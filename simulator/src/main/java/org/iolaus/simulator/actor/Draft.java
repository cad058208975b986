package org.iolaus.simulator.actor;

import java.util.ArrayList;
import java.util.List;

/** The content of one exchange in the making. Reused; not thread-safe. */
public final class Draft {
    public final StringBuilder system = new StringBuilder();
    public final StringBuilder user = new StringBuilder();
    public final List<String> tools = new ArrayList<>();
    private int images;
    private double outputMedian;
    private boolean followsUp;

    void clear(boolean followsUp) {
        system.setLength(0);
        user.setLength(0);
        tools.clear();
        images = 0;
        outputMedian = 250;
        this.followsUp = followsUp;
    }

    public void image() {
        images++;
    }

    int images() {
        return images;
    }

    /** Says how long the answer is likely to be, in tokens. */
    public void expectOutput(double median) {
        outputMedian = median;
    }

    double outputMedian() {
        return outputMedian;
    }

    /** Whether this turn continues a conversation. */
    public boolean followsUp() {
        return followsUp;
    }
}
