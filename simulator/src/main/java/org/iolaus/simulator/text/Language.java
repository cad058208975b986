package org.iolaus.simulator.text;

import java.util.SplittableRandom;

/** A language with a grammar of its own. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh"),
    SPANISH("es"),
    ARABIC("ar"),
    KOREAN("ko");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Any language. */
    public static Language draw(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }

    /** The language somebody in a country is likely to write; English where we have no grammar for theirs. */
    public static Language spokenIn(String country, SplittableRandom random) {
        if (random.nextDouble() < 0.2) {
            return ENGLISH;
        }
        return switch (country) {
            case "CN", "TW", "HK", "SG" -> CHINESE;
            case "ES", "MX", "AR", "CO" -> SPANISH;
            case "EG", "SA", "AE", "MA" -> ARABIC;
            case "KR" -> KOREAN;
            default -> ENGLISH;
        };
    }
}
