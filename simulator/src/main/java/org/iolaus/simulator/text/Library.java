package org.iolaus.simulator.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The grammars of one simulated world. Immutable. */
public final class Library {
    private static final double KEPT = 0.75;

    private final Map<Language, Grammar> grammars = new EnumMap<>(Language.class);

    /** Opens the rule files and keeps, for this seed, three quarters of every long rule in a part of the wordings. */
    public Library(long seed, Grammars part) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Language language : Language.values()) {
            grammars.put(language, rules(language).parse(part).thinned(random.split(), KEPT));
        }
    }

    /** The rules of a language. */
    static GrammarParser rules(Language language) {
        GrammarParser rules = new GrammarParser();
        rules.readVocabulary(resource("words.txt"));
        rules.read(resource("tasks.txt"));
        rules.read(resource(language.code() + ".txt"));
        rules.read(resource("disclosed.txt"));
        rules.read(resource("firms.txt"));
        return rules;
    }

    public Grammar grammar(Language language) {
        Grammar grammar = grammars.get(language);
        if (grammar == null) {
            throw new IllegalArgumentException("language " + language + " must have a grammar");
        }
        return grammar;
    }

    private static String resource(String name) {
        try (InputStream in = Library.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("grammar file " + name + " must be on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
