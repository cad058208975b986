package org.iolaus.watermark.keys;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Scheme;

/**
 * How texts of an epoch are marked; public.
 *
 * @param scheme a keyed scheme: Gumbel-max or SynthID-Text
 * @param tokenizer name of what turns text into token ids: the engine's, or {@link #WORDS}
 */
public record MarkSettings(Scheme scheme, String tokenizer) {
    /** The built-in tokenizer, whose tokens are words. */
    public static final String WORDS = "words";

    public MarkSettings {
        if (scheme instanceof Scheme.Kgw) {
            throw new IllegalArgumentException(
                    "scheme kgw must not be in a key ring: its keys of 30 bits are too few for many accounts\nMaybe take gumbel.");
        }
        if (tokenizer.isBlank()) {
            throw new IllegalArgumentException("tokenizer \"" + tokenizer + "\" must not be blank");
        }
    }

    static MarkSettings of(StrictObject object) {
        String tokenizer = object.string("tokenizer");
        ContextWindow window = new ContextWindow(object.integer("window"));
        String name = object.string("scheme");
        Scheme scheme = switch (name) {
            case "gumbel" -> new Scheme.Gumbel(window);
            case "synthid" -> new Scheme.SynthId(window, object.integer("layers"), hash(object));
            default -> throw object.broken("scheme", name, "must be gumbel or synthid");
        };
        return new MarkSettings(scheme, tokenizer);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tokenizer", tokenizer);
        fields.put("window", scheme.window().width());
        switch (scheme) {
            case Scheme.Gumbel _ -> fields.put("scheme", "gumbel");
            case Scheme.SynthId synthId -> {
                fields.put("scheme", "synthid");
                fields.put("layers", synthId.layers());
                fields.put("hash", synthId.hash().name().toLowerCase(Locale.ROOT));
            }
            case Scheme.Kgw _ -> throw new IllegalStateException("kgw was refused");
        }
        return fields;
    }

    private static Scheme.SynthId.Hash hash(StrictObject object) {
        String name = object.string("hash");
        return switch (name) {
            case "sip" -> Scheme.SynthId.Hash.SIP;
            case "published" -> Scheme.SynthId.Hash.PUBLISHED;
            default -> throw object.broken("hash", name, "must be sip or published");
        };
    }
}
