package org.iolaus.cli.wording;

import java.util.List;

/**
 * Text that comes from outside, made safe to look at: characters that move a cursor, change colours or reverse the
 * reading direction are replaced, so an identifier cannot rewrite what stands around it.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The text with every control, format and unpaired surrogate character replaced by U+FFFD. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> visible.appendCodePoint(isVisible(point) ? point : 0xFFFD));
        return visible.toString();
    }

    /** The text's lines, each made safe to look at: a message in the first, advice in those that follow. */
    public static List<String> lines(String text) {
        return text.lines().map(VisibleText::of).toList();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
