package org.iolaus.cli;

import org.iolaus.watermark.keys.MarkSettings;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;
import picocli.CommandLine.Option;

/** The options that say how an epoch's texts are marked. */
final class MarkOptions {
    private enum Kind {
        GUMBEL,
        SYNTHID
    }

    private enum Hash {
        SIP,
        PUBLISHED
    }

    @Option(names = "--scheme", paramLabel = "gumbel|synthid", description = "How tokens are marked (default: gumbel).")
    private Kind scheme = Kind.GUMBEL;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Tokens of context a mark hangs on (default: ${DEFAULT-VALUE}).")
    private int window = 4;

    @Option(names = "--layers", paramLabel = "N", description = "synthid: layers (default: ${DEFAULT-VALUE}).")
    private int layers = 30;

    @Option(names = "--hash", paramLabel = "sip|published", description = "synthid: its hash (default: sip).")
    private Hash hash = Hash.SIP;

    @Option(
            names = "--tokenizer",
            paramLabel = "NAME",
            description = "The engine's tokenizer by any name you give it, or words (default: ${DEFAULT-VALUE}).")
    private String tokenizer = MarkSettings.WORDS;

    MarkSettings settings() {
        try {
            ContextWindow context = new ContextWindow(window);
            Scheme marks =
                    switch (scheme) {
                        case GUMBEL -> new Scheme.Gumbel(context);
                        case SYNTHID ->
                            new Scheme.SynthId(
                                    context,
                                    layers,
                                    hash == Hash.SIP ? Scheme.SynthId.Hash.SIP : Scheme.SynthId.Hash.PUBLISHED);
                    };
            return new MarkSettings(marks, tokenizer);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
