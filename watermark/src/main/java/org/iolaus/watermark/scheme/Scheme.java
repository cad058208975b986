package org.iolaus.watermark.scheme;

/** A way to mark sampled tokens, with its public parameters. The secret is in the {@link MarkKey}. */
public sealed interface Scheme {
    /** The tokens that a position's mark hangs on. */
    ContextWindow window();

    /** Whether a window that was marked before stays unmarked: the price of leaving all probabilities as they are. */
    default boolean leavesRepeatsUnmarked() {
        return true;
    }

    /**
     * Gumbel-max sampling, the native scheme: of the candidates the one whose keyed uniform number, to the power of one
     * over its probability, is largest. S. Aaronson, talk of 2022.
     */
    record Gumbel(ContextWindow window) implements Scheme {
        /** Four tokens of context. */
        public static final Gumbel STANDARD = new Gumbel(new ContextWindow(4));
    }

    /**
     * Tournament sampling with two leaves. S. Dathathri et al., Scalable watermarking for identifying large language
     * model outputs, Nature 634 (2024).
     *
     * @param layers g-values a token
     * @param hash where they come from
     */
    record SynthId(ContextWindow window, int layers, Hash hash) implements Scheme {
        /** The published set-up: n-grams of five tokens, thirty layers. */
        public static final SynthId STANDARD = new SynthId(new ContextWindow(4), 30, Hash.PUBLISHED);

        /** Most layers. */
        public static final int MAX_LAYERS = 62;

        public SynthId {
            if (layers < 1 || layers > MAX_LAYERS) {
                throw new IllegalArgumentException("layers is %d, must be from 1 to %d".formatted(layers, MAX_LAYERS));
            }
        }

        /** Source of the g-values. */
        public enum Hash {
            /** The linear congruential hash of the reference implementation, which is not cryptographic. */
            PUBLISHED,
            /** One SipHash a candidate, whose bits are the g-values. */
            SIP
        }
    }

    /**
     * A green list for every last token, drawn by PyTorch's CPU generator, whose tokens are favoured. J. Kirchenbauer et
     * al., A Watermark for Large Language Models, ICML 2023; their seeding {@code simple_1}.
     *
     * @param vocabularySize number of token ids
     * @param greenShare share γ of the vocabulary on the green list
     * @param bias δ, added to the logits of green tokens
     */
    record Kgw(int vocabularySize, double greenShare, double bias) implements Scheme {
        private static final ContextWindow LAST_TOKEN = new ContextWindow(1);

        public Kgw {
            if (vocabularySize < 2) {
                throw new IllegalArgumentException(
                        "vocabularySize is %d, must be at least 2".formatted(vocabularySize));
            }
            if (!(greenShare > 0 && greenShare < 1)) {
                throw new IllegalArgumentException("greenShare is %s, must be between 0 and 1".formatted(greenShare));
            }
            if ((int) (vocabularySize * greenShare) == 0) {
                throw new IllegalArgumentException(
                        "greenShare is %s, must leave a token of %d green".formatted(greenShare, vocabularySize));
            }
            if (!(bias >= 0 && bias < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("bias is %s, must be finite and not negative".formatted(bias));
            }
        }

        @Override
        public ContextWindow window() {
            return LAST_TOKEN;
        }

        /** No: this scheme changes probabilities anyway. */
        @Override
        public boolean leavesRepeatsUnmarked() {
            return false;
        }

        /** Number of green tokens. */
        public int greenTokens() {
            return (int) (vocabularySize * greenShare);
        }
    }
}
