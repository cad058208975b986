package org.iolaus.detection.fingerprint.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * What each code point is to the tokeniser, and what it is folded to. Case, width, accents, Arabic and Hebrew marks and
 * digits of every script are folded; each fold yields one UTF-16 unit, so ligatures and sharp s stay as they are.
 */
final class Characters {
    static final byte SEPARATOR = 0;
    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    /** A token of its own: scripts written without spaces. */
    static final byte SINGLE = 3;
    /** As if it were not there: marks and joiners. */
    static final byte IGNORED = 4;

    private static final byte[] KINDS = new byte[0x10000];
    private static final char[] FOLDS = new char[0x10000];

    static {
        for (int unit = 0; unit < 0x10000; unit++) {
            int folded = foldSlowly(unit);
            FOLDS[unit] = (char) folded;
            KINDS[unit] = kindSlowly(folded);
        }
    }

    private Characters() {}

    static byte kind(int codePoint) {
        return codePoint < 0x10000 ? KINDS[codePoint] : kindSlowly(codePoint);
    }

    static int fold(int codePoint) {
        return codePoint < 0x10000 ? FOLDS[codePoint] : Character.toLowerCase(codePoint);
    }

    private static int foldSlowly(int unit) {
        if (Character.isSurrogate((char) unit)) {
            return unit;
        }
        if (Character.isDigit(unit)) {
            return '0' + Character.digit(unit, 10);
        }
        int base = isDecomposed(unit) ? base(unit) : unit;
        int lower = Character.toLowerCase(Character.toUpperCase(base));
        return lower < 0x10000 ? lower : base;
    }

    private static boolean isDecomposed(int unit) {
        return switch (UnicodeScript.of(unit)) {
            case LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, COMMON -> true;
            case KATAKANA -> unit >= 0xff00;
            default -> false;
        };
    }

    private static int base(int unit) {
        String parts = Normalizer.normalize(Character.toString(unit), Normalizer.Form.NFKD);
        for (int i = 1; i < parts.length(); i++) {
            if (!isMark(parts.charAt(i))) {
                return unit;
            }
        }
        return parts.charAt(0);
    }

    private static byte kindSlowly(int codePoint) {
        if (isMark(codePoint) || isJoiner(codePoint)) {
            return IGNORED;
        }
        if (Character.isDigit(codePoint)) {
            return DIGIT;
        }
        if (isUnspaced(codePoint)) {
            return SINGLE;
        }
        return Character.isLetter(codePoint) || isVowelSign(codePoint) ? LETTER : SEPARATOR;
    }

    private static boolean isVowelSign(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Accents, Hebrew points, Arabic vowels and the tatweel. */
    private static boolean isMark(int codePoint) {
        return (codePoint >= 0x300 && codePoint <= 0x36f)
                || (codePoint >= 0x591 && codePoint <= 0x5c7 && codePoint != 0x5be)
                || (codePoint >= 0x64b && codePoint <= 0x65f)
                || (codePoint >= 0x6d6 && codePoint <= 0x6ed && !Character.isLetter(codePoint))
                || codePoint == 0x640
                || codePoint == 0x670;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0xad
                || (codePoint >= 0x200b && codePoint <= 0x200f)
                || codePoint == 0x2060
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || codePoint == 0xfeff;
    }

    private static boolean isUnspaced(int codePoint) {
        if (!Character.isLetter(codePoint) && !isVowelSign(codePoint)) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
