package org.iolaus.cli;

import org.iolaus.watermark.keys.MarkSettings;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how an epoch's texts are marked. */
final class MarkOptions {
    /** Gumbel-max over words. */
    static final MarkSettings DEFAULT = new MarkSettings(Scheme.Gumbel.STANDARD, MarkSettings.WORDS);

    private enum Kind {
        GUMBEL,
        SYNTHID
    }

    private static final Scheme.SynthId STANDARD =
            new Scheme.SynthId(new ContextWindow(4), 30, Scheme.SynthId.Hash.SIP);

    @Option(names = "--scheme", paramLabel = "gumbel|synthid", description = "How tokens are marked (default: gumbel).")
    private @Nullable Kind scheme;

    @Option(names = "--window", paramLabel = "N", description = "Tokens of context a mark hangs on (default: 4).")
    private @Nullable Integer window;

    @Option(names = "--layers", paramLabel = "N", description = "synthid: layers (default: 30).")
    private @Nullable Integer layers;

    @Option(names = "--hash", paramLabel = "sip|published", description = "synthid: its hash (default: sip).")
    private Scheme.SynthId.@Nullable Hash hash;

    @Option(
            names = "--tokenizer",
            paramLabel = "NAME",
            description = "The engine's tokenizer by any name you give it, or words (default: words).")
    private @Nullable String tokenizer;

    /** What was asked for, and for all else what {@code before} has. */
    MarkSettings settings(MarkSettings before) {
        try {
            return new MarkSettings(scheme(before.scheme()), tokenizer == null ? before.tokenizer() : tokenizer);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    private Scheme scheme(Scheme before) {
        ContextWindow context = window == null ? before.window() : new ContextWindow(window);
        boolean tournament = scheme == null ? before instanceof Scheme.SynthId : scheme == Kind.SYNTHID;
        if (!tournament) {
            if (layers != null || hash != null) {
                throw Failure.usage(
                        "--layers and --hash are for synthid; the scheme is gumbel" + "\nMaybe add --scheme synthid.");
            }
            return new Scheme.Gumbel(context);
        }
        Scheme.SynthId last = before instanceof Scheme.SynthId synthId ? synthId : STANDARD;
        return new Scheme.SynthId(context, layers == null ? last.layers() : layers, hash == null ? last.hash() : hash);
    }
}
