package org.iolaus.detection.fingerprint.text;

import java.util.Arrays;

/**
 * The tokens of a text, as hashes that depend on nothing but the folded token. A token is a run of letters and digits,
 * or a single character of a script written without spaces; a number keeps its inner points and commas. Runs of
 * punctuation are kept apart as marks, which carry form and not content. Reused from text to text by one thread; invalid
 * UTF-8 is read as separators.
 */
public final class Tokens {
    /** Weight of a word, a number or a Hangul word in a shingle. */
    public static final int WORD_WEIGHT = 8;
    /** Weight of a character of a script written without spaces: eight of them say about as much as five words. */
    public static final int SINGLE_WEIGHT = 5;

    private static final byte[] EMPTY = new byte[0];
    private static final long MARK = 0xff51afd7ed558ccdL;
    private static final long NUMBER = 0x9e3779b97f4a7c15L;
    /** Lower-cased byte for a letter or digit, -1 for punctuation, 0 for all else. */
    private static final byte[] ASCII = new byte[256];
    /** Lower-cased byte for a letter, the digit 0 for all that numbers are made of. */
    private static final byte[] SHAPES = new byte[128];

    static {
        for (int c = 0; c < 128; c++) {
            boolean text = Character.isLetterOrDigit(c);
            SHAPES[c] = (byte) (c <= '9' ? '0' : Character.toLowerCase(c));
            ASCII[c] = (byte) (text ? Character.toLowerCase(c) : c <= ' ' || c == 127 ? 0 : -1);
        }
    }

    private long[] exact = new long[1024];
    private long[] folded = new long[1024];
    private byte[] weights = new byte[1024];
    private int size;
    private long sequence;
    private long[] marks = new long[256];
    private int markCount;

    private byte[] bytes = EMPTY;
    private int position;
    private int end;

    private long state;
    private long word;
    private int used;
    private int length;
    private int digits;
    private long mark;
    private int wordStart;
    private int wordEnd;

    /** Begins a text. */
    public void clear() {
        clear(0);
    }

    /**
     * Begins a text.
     *
     * @param seed what the hash of the whole sequence starts from
     */
    public void clear(long seed) {
        size = 0;
        sequence = seed;
        markCount = 0;
    }

    public int size() {
        return size;
    }

    /** Hash of all tokens in their order, with their digits. Mixed as tokens come, while the processor waits for text. */
    public long sequence() {
        return sequence;
    }

    /** Hash of a token with its digits. */
    public long exact(int index) {
        return exact[index];
    }

    /** Hash of a token with every run of digits as one class. */
    public long folded(int index) {
        return folded[index];
    }

    public int weight(int index) {
        return weights[index];
    }

    public int markCount() {
        return markCount;
    }

    /** Hash of a run of punctuation. */
    public long mark(int index) {
        return marks[index];
    }

    /** Adds the tokens of {@code text[from, to)}. */
    public void read(byte[] text, int from, int to) {
        bytes = text;
        position = from;
        end = to;
        while (position < end) {
            byte b = bytes[position];
            if (b < 0) {
                readWide();
                continue;
            }
            byte fold = ASCII[b];
            if (fold <= 0) {
                readSeparator(b, fold);
            } else if (length > 0 || !readWord()) {
                readAscii();
            }
        }
        closeWord();
        closeMark();
        bytes = EMPTY;
    }

    /**
     * Reads a whole word, eight bytes at a time, to the same hash as byte by byte; false, with nothing read, if it may
     * go on after its letters and digits or lies too near the end of the array.
     */
    private boolean readWord() {
        byte[] text = bytes;
        int from = position;
        int i = from;
        long mixed = 0;
        long packed = 0;
        int numbers = 0;
        int run = 8;
        while (run == 8 && i + 8 <= text.length) {
            long next = AsciiBytes.at(text, i);
            long digitMarks = AsciiBytes.digits(next);
            run = Math.min(AsciiBytes.leading(AsciiBytes.letters(next) | digitMarks), end - i);
            if (run > 0) {
                mixed = i > from ? Mixer.mix(mixed, packed) : 0;
                int unread = 64 - 8 * run;
                packed = AsciiBytes.lower(next) >>> unread;
                numbers += Long.bitCount(digitMarks >>> unread);
                i += run;
            }
        }
        int read = i - from;
        if (run == 8 || mayGoOn(i, numbers == read)) {
            return false;
        }
        closeMark();
        add(Mixer.mix(mixed ^ packed, read), numbers, read, from, i);
        position = i < end && text[i] == ' ' ? i + 1 : i;
        return true;
    }

    /** Whether a token may go on with the byte at {@code i}, which is neither an ASCII letter nor a digit. */
    private boolean mayGoOn(int i, boolean number) {
        return i < end && (bytes[i] < 0 || (number && isInner(i)));
    }

    /** Whether the byte at {@code i} is a point or comma between digits, if there is a digit before it. */
    private boolean isInner(int i) {
        return (bytes[i] == '.' || bytes[i] == ',') && i + 1 < end && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
    }

    private void readAscii() {
        closeMark();
        beginWord();
        byte[] text = bytes;
        int i = position;
        long packed = word;
        int width = used;
        int seen = 0;
        while (i < end) {
            int fold = ASCII[text[i] & 0xff];
            if (fold <= 0) {
                break;
            }
            if (width == 8) {
                state = Mixer.mix(state, packed);
                packed = 0;
                width = 0;
            }
            packed = packed << 8 | fold;
            width++;
            seen += fold <= '9' ? 1 : 0;
            i++;
        }
        length += i - position;
        digits += seen;
        word = packed;
        used = width;
        position = i;
        wordEnd = i;
    }

    private void beginWord() {
        if (length == 0) {
            wordStart = position;
        }
    }

    private void readSeparator(byte b, byte fold) {
        if (digits > 0 && digits == length && isInner(position)) {
            append(b, 1);
            digits++;
        } else {
            closeWord();
            if (fold == 0) {
                closeMark();
            } else {
                mark = mark * MARK + b;
            }
        }
        position++;
    }

    private void readWide() {
        int start = position;
        int codePoint = nextCodePoint();
        byte kind = Characters.kind(codePoint);
        if (kind == Characters.IGNORED) {
            return;
        }
        if (kind == Characters.SEPARATOR) {
            closeWord();
            closeMark();
            return;
        }
        closeMark();
        int fold = Characters.fold(codePoint);
        if (kind == Characters.SINGLE) {
            closeWord();
            long hash = Mixer.mix(fold, 1);
            add(hash, hash, SINGLE_WEIGHT);
            return;
        }
        wordStart = length == 0 ? start : wordStart;
        digits += kind == Characters.DIGIT ? 1 : 0;
        append(fold, fold < 128 ? 1 : fold < 0x10000 ? 2 : 4);
        wordEnd = position;
    }

    private int nextCodePoint() {
        int b = bytes[position++] & 0xff;
        if (b < 0xc0) {
            return 0;
        }
        int more = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        int codePoint = b & (0x3f >> more);
        while (more-- > 0 && position < end && (bytes[position] & 0xc0) == 0x80) {
            codePoint = codePoint << 6 | (bytes[position++] & 0x3f);
        }
        return more >= 0 || codePoint > Character.MAX_CODE_POINT ? 0 : codePoint;
    }

    private void append(int unit, int width) {
        if (used + width > 8) {
            state = Mixer.mix(state, word);
            word = 0;
            used = 0;
        }
        word = word << (8 * width) | unit;
        used += width;
        length++;
    }

    /**
     * Hash of a token with each run of digits as one sign; read again, since few tokens need it. Where digits and letters
     * change is hard to predict, so nothing branches on it.
     */
    private long shape(int from, int to) {
        long shape = 0;
        int afterDigit = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b < 0) {
                return wideShape(from, to);
            }
            int digit = b - '9' - 1 >>> 31;
            long longer = shape * MARK + SHAPES[b];
            shape = (digit & afterDigit) == 0 ? longer : shape;
            afterDigit = digit;
        }
        return Mixer.mix(shape, NUMBER);
    }

    private long wideShape(int from, int to) {
        int resume = position;
        long shape = 0;
        boolean afterDigit = false;
        position = from;
        while (position < to) {
            byte b = bytes[position];
            int codePoint = b >= 0 ? bytes[position++] : nextCodePoint();
            byte kind = Characters.kind(codePoint);
            boolean digit = kind == Characters.DIGIT || codePoint == '.' || codePoint == ',';
            if (kind != Characters.IGNORED && !(digit && afterDigit)) {
                shape = shape * MARK + (digit ? '0' : Characters.fold(codePoint));
            }
            afterDigit = digit;
        }
        position = resume;
        return Mixer.mix(shape, NUMBER);
    }

    private void closeWord() {
        if (length == 0) {
            return;
        }
        add(Mixer.mix(state ^ word, length), digits, length, wordStart, wordEnd);
        state = 0;
        word = 0;
        used = 0;
        length = 0;
        digits = 0;
    }

    /** Adds the word, number or mixture of both that lies in {@code [from, to)}. */
    private void add(long hash, int digits, int length, int from, int to) {
        long fold = digits == 0 ? hash : digits == length ? NUMBER : shape(from, to);
        add(hash, fold, WORD_WEIGHT);
    }

    private void closeMark() {
        if (mark == 0) {
            return;
        }
        if (markCount == marks.length) {
            marks = Arrays.copyOf(marks, 2 * markCount);
        }
        marks[markCount++] = Mixer.mix(mark, MARK);
        mark = 0;
    }

    private void add(long exactHash, long foldedHash, int weight) {
        if (size == exact.length) {
            exact = Arrays.copyOf(exact, 2 * size);
            folded = Arrays.copyOf(folded, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        sequence = Mixer.mix(sequence, exactHash);
        exact[size] = exactHash;
        folded[size] = foldedHash;
        weights[size++] = (byte) weight;
    }
}
