package org.iolaus.simulator.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which part of every rule's wordings is spoken. Wordings are ranked by a keyed hash of rule and wording, never by a seed:
 * the lower half trains, the upper half tests. Words, and alternatives that hold no wording of their own, belong to both.
 */
public enum Grammars {
    ALL,
    TRAIN,
    TEST;

    private static final long KEY = 0x1015_a0b5_5e7c_0dedL;
    private static final int LETTERS = 3;
    private static final Pattern REFERENCE = Pattern.compile("<[^<>]*>");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");

    /** The part of a name on the command line. */
    public static Grammars named(String name) {
        for (Grammars each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("grammars " + name + " must be train, test or all");
    }

    /** Whether an alternative is a wording: words of its own around slots or choices. */
    static boolean isWording(String alternative) {
        boolean open = alternative.indexOf('<') >= 0 || alternative.indexOf('{') >= 0;
        String own = NO_LETTER
                .matcher(REFERENCE.matcher(alternative).replaceAll(" "))
                .replaceAll("");
        return open && own.length() >= LETTERS;
    }

    /** The alternatives of a rule that belong to this part; all of them if only one is a wording. */
    List<String> of(String rule, List<String> alternatives) {
        List<String> wordings = new ArrayList<>(
                alternatives.stream().filter(Grammars::isWording).toList());
        if (this == ALL || wordings.size() < 2) {
            return alternatives;
        }
        wordings.sort(Comparator.comparingLong((String wording) -> hash(rule + '\n' + wording))
                .thenComparing(each -> each));
        int half = (wordings.size() + (int) (hash(rule) & 1)) / 2;
        List<String> other = this == TRAIN ? wordings.subList(half, wordings.size()) : wordings.subList(0, half);
        return alternatives.stream().filter(each -> !other.contains(each)).toList();
    }

    /** FNV-1a under the key, finished so that close texts lie apart. */
    private static long hash(String text) {
        long hash = KEY;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xBF58476D1CE4E5B9L;
        return hash ^ (hash >>> 29);
    }
}
