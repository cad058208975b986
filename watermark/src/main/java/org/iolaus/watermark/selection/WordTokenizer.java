package org.iolaus.watermark.selection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tokenizer {@code words}: text into words and their ids, the same in every language and for ever, where no engine's
 * tokenizer is at hand.
 *
 * <p>The text is normalised (Unicode NFKC), put in lower case and normalised again. Format characters, the Arabic tatweel
 * and apostrophes inside words are dropped, so that what cannot be seen changes nothing. A word is a longest run of letters, marks and
 * digits; in scripts that put no space between words (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) each letter
 * with its marks is one. Everything else parts words and is ignored. A word's id is the first four bytes, big-endian and
 * without the highest bit, of the SHA-256 of its UTF-8: ids of different words are equal with a chance of 2^-31.
 *
 * <p>A simple rule of our own, and not {@code java.text.BreakIterator}: its rules change with the JDK and the locale,
 * and a text must fall into the same words years later.
 */
public final class WordTokenizer {
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final int TATWEEL = 0x640;
    private static final String APOSTROPHES = "'\u2019\u02bc";

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean afterApostrophe;

    private WordTokenizer() {}

    /** The words of a text, in order. */
    public static List<String> words(String text) {
        WordTokenizer tokenizer = new WordTokenizer();
        normalised(normalised(text).toLowerCase(Locale.ROOT))
                .codePoints()
                .filter(c -> c != TATWEEL && Character.getType(c) != Character.FORMAT)
                .forEach(tokenizer::add);
        tokenizer.end();
        return tokenizer.words;
    }

    /** The ids of the words of a text, in order; none is negative. */
    public static int[] ids(String text) {
        MessageDigest sha256 = sha256();
        return words(text).stream().mapToInt(word -> id(word, sha256)).toArray();
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private void add(int c) {
        boolean apostrophe = APOSTROPHES.indexOf(c) >= 0;
        if (isMark(c) || Character.isLetterOrDigit(c)) {
            addToWord(c);
        } else if (!apostrophe || afterApostrophe) {
            end();
        }
        afterApostrophe = apostrophe && !word.isEmpty();
    }

    private void addToWord(int c) {
        if (isMark(c) && word.isEmpty()) {
            return;
        }
        if (!isMark(c) && (standsAlone(c) || (!word.isEmpty() && standsAlone(word.codePointAt(0))))) {
            end();
        }
        word.appendCodePoint(c);
    }

    private void end() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Whether a letter is a word of its own. */
    private static boolean standsAlone(int c) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(c));
    }

    private static int id(String word, MessageDigest sha256) {
        return ByteBuffer.wrap(sha256.digest(word.getBytes(UTF_8))).getInt() & Integer.MAX_VALUE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK must have SHA-256", e);
        }
    }
}
