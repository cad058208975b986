package org.iolaus.watermark.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.Keying.One;
import org.iolaus.watermark.scheme.Keying.Shared;
import org.iolaus.watermark.scheme.Scheme;

/**
 * The sampling step of a generation loop, with a mark: logits in, token out. It keeps the response so far, so it belongs
 * to one response at a time. Not thread-safe.
 *
 * <p>The first tokens, up to the scheme's window, are drawn unmarked: a test sees the response alone, and a window that
 * many responses share would mark them all alike. So is, but for KGW, every position whose window was marked before.
 */
public final class MarkedSampler {
    private final Scheme scheme;
    private final Keying keying;
    private final Truncation truncation;
    private final ContextHistory history;
    private final RandomGenerator random;
    private final Choice first;
    private final Choice second;
    private final Candidates candidates = new Candidates();
    private int[] tokens = new int[256];
    private int length;
    private int vocabularySize;

    /**
     * @param history of the response, or one that an account's responses share
     * @param random for what is drawn unmarked, and for the draws that the schemes leave open
     */
    public MarkedSampler(
            Scheme scheme, Keying keying, Truncation truncation, ContextHistory history, RandomGenerator random) {
        this.scheme = scheme;
        this.keying = keying;
        this.truncation = truncation;
        this.history = history;
        this.random = random;
        this.vocabularySize = scheme instanceof Scheme.Kgw kgw ? kgw.vocabularySize() : 0;
        this.first = Choice.of(scheme, keying instanceof Shared shared ? shared.campaign() : ((One) keying).key());
        this.second = keying instanceof Shared shared ? Choice.of(scheme, shared.account()) : first;
    }

    /** A sampler with the standard truncation and a history of its own. */
    public static MarkedSampler of(Scheme scheme, Keying keying, RandomGenerator random) {
        ContextHistory history = new ContextHistory(ContextHistory.STANDARD_CAPACITY);
        return new MarkedSampler(scheme, keying, Truncation.STANDARD, history, random);
    }

    /**
     * The next token of the response.
     *
     * @param logits by token id; as many at every call, and as the scheme says if it says
     */
    public int sample(float[] logits) {
        if (vocabularySize != 0 && vocabularySize != logits.length) {
            throw new IllegalArgumentException(
                    "logits are %d, must be %d, the vocabulary's size".formatted(logits.length, vocabularySize));
        }
        vocabularySize = logits.length;
        truncation.fill(candidates, logits);
        return sample(candidates);
    }

    /** The next token of the response, among candidates truncated elsewhere. May overwrite their probabilities. */
    public int sample(Candidates truncated) {
        int token = truncated.tokens[choose(truncated)];
        append(token);
        return token;
    }

    /** Takes over a token of the response that was chosen elsewhere. */
    public void append(int token) {
        if (token < 0) {
            throw new IllegalArgumentException("token is %d, must not be negative".formatted(token));
        }
        if (length == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * length);
        }
        tokens[length++] = token;
    }

    /** Starts the next response. The history stays. */
    public void restart() {
        length = 0;
    }

    private int choose(Candidates truncated) {
        if (length < scheme.window().width()) {
            return Choice.draw(truncated, random);
        }
        long window = scheme.window().fold(tokens, length);
        if (scheme.leavesRepeatsUnmarked() && history.repeatsThenAdd(window)) {
            return Choice.draw(truncated, random);
        }
        Choice choice = isFirst(window) ? first : second;
        return choice.choose(tokens, length, window, truncated, random);
    }

    private boolean isFirst(long window) {
        return switch (keying) {
            case One _ -> true;
            case Shared shared -> Shared.isOfCampaign(shared.campaign(), window);
        };
    }
}
