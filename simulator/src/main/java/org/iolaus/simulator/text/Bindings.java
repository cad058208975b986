package org.iolaus.simulator.text;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A speaker's own words by the name of the reference that prefers them. Immutable. */
public final class Bindings {
    /** Nothing bound. */
    public static final Bindings NONE = new Bindings(new String[0], new Fragment[0]);

    private final String[] names;
    private final Fragment[] texts;

    private Bindings(String[] names, Fragment[] texts) {
        this.names = names;
        this.texts = texts;
    }

    public static Bindings of(Map<String, String> words) {
        if (words.isEmpty()) {
            return NONE;
        }
        Map<String, String> sorted = new TreeMap<>(words);
        return new Bindings(
                sorted.keySet().stream().map(String::intern).toArray(String[]::new),
                sorted.values().stream().map(Fragment::of).toArray(Fragment[]::new));
    }

    @Nullable
    Fragment get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return texts[i];
            }
        }
        return null;
    }
}
