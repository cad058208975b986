package org.iolaus.cli.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.detection.link.Layer;

/**
 * How identifiers are shown: whole, or shortened to {@code acct-c2…bc55} so that a report can be passed on. Short
 * enough not to identify by itself, long enough to find the line again. An object's layer stays whole:
 * {@code system_shingle:a9…4643}.
 *
 * @param full whether identifiers are shown whole
 */
public record Identifiers(boolean full) {
    public static final String GAP = "…";
    private static final Set<String> LAYERS =
            Arrays.stream(Layer.values()).map(Layer::label).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_PREFIX = 8;
    private static final int HEAD = 2;
    private static final int TAIL = 4;
    private static final int LONGEST_WHOLE = 8;

    /** The identifier as it is to be shown. */
    public String show(String identifier) {
        String visible = VisibleText.of(identifier);
        if (full) {
            return visible;
        }
        int body = afterPrefix(visible);
        int length = visible.codePointCount(body, visible.length());
        if (length <= LONGEST_WHOLE) {
            return visible;
        }
        int headEnd = visible.offsetByCodePoints(body, HEAD);
        int tailStart = visible.offsetByCodePoints(visible.length(), -TAIL);
        return visible.substring(0, headEnd) + GAP + visible.substring(tailStart);
    }

    /** A sentence in which the identifiers it names are shown like everywhere else. */
    public String within(String sentence, List<String> identifiers) {
        String shown = sentence;
        for (String identifier : identifiers) {
            if (!identifier.isEmpty()) {
                shown = shown.replace(identifier, show(identifier));
            }
        }
        return shown;
    }

    /** Whether {@code shown} is how {@code identifier} is shortened, or the identifier itself. */
    public static boolean matches(String shown, String identifier) {
        return shown.equals(identifier) || shown.equals(new Identifiers(false).show(identifier));
    }

    private static int afterPrefix(String identifier) {
        int colon = identifier.indexOf(':');
        if (colon > 0 && LAYERS.contains(identifier.substring(0, colon))) {
            return colon + 1;
        }
        for (int i = 0; i < Math.min(identifier.length(), LONGEST_PREFIX); i++) {
            if (":-_".indexOf(identifier.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }
}
