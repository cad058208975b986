package org.iolaus.simulator.actor;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.simulator.text.Speech;
import org.iolaus.simulator.text.Template;
import org.iolaus.simulator.text.Text;

/** The content of one exchange in the making. Reused; not thread-safe. */
public final class Draft {
    public final Text system = new Text();
    public final Text user = new Text();
    public final List<String> tools = new ArrayList<>();
    private final Text offered = new Text();
    private int images;
    private double outputMedian;
    private double refusals;
    private boolean followsUp;
    private long time;
    private int opening;

    /** Starts over for an exchange at a time, whose conversation was opened by the exchange {@code opening}. */
    public void clear(long time, int opening, boolean followsUp) {
        this.time = time;
        this.opening = opening;
        system.clear();
        user.clear();
        tools.clear();
        offered.clear();
        images = 0;
        outputMedian = 250;
        refusals = Refusals.of("");
        this.followsUp = followsUp;
    }

    /** Offers tools besides {@link #tools}: names, one a line. */
    void offer(Template names, Speech speech) {
        names.fill(speech, offered);
    }

    Text offered() {
        return offered;
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

    /** Says how likely the model is to decline. */
    void expectRefusal(double share) {
        refusals = share;
    }

    double refusals() {
        return refusals;
    }

    /** When the exchange is, in microseconds. */
    long time() {
        return time;
    }

    /** Ordinal of the exchange that opened the conversation. */
    int opening() {
        return opening;
    }

    /** Whether this turn continues a conversation. */
    public boolean followsUp() {
        return followsUp;
    }
}
