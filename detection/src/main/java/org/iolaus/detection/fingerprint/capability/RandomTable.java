package org.iolaus.detection.fingerprint.capability;

import java.util.List;
import java.util.SplittableRandom;

/** Tables of random cells in the usual notations, for templates about data. */
final class RandomTable {
    private static final List<String> QUOTES = List.of("\"", "", "", "", "");
    private static final List<String> GAPS = List.of("\",\"", ",", " | ", "\t", ";");

    private RandomTable() {}

    /** A table whose words are those of {@code text}. */
    static String of(String text, SplittableRandom random) {
        String[] words = text.strip().split("\\s+");
        int notation = random.nextInt(3) == 0 ? random.nextInt(QUOTES.size()) : 0;
        int columns = random.nextInt(2, 9);
        int rows = random.nextInt(4, 25);
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            numeric[column] = random.nextBoolean();
        }
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            table.append(QUOTES.get(notation));
            for (int column = 0; column < columns; column++) {
                table.append(column == 0 ? "" : GAPS.get(notation));
                table.append(numeric[column] && row > 0 ? number(random) : words(words, random));
            }
            table.append(QUOTES.get(notation)).append('\n');
        }
        return table.toString();
    }

    private static String number(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> random.nextInt(1900, 2026) + "-" + random.nextInt(10, 13) + "-" + random.nextInt(10, 29);
            case 2 -> random.nextInt(100) + "." + random.nextInt(100) + "%";
            default -> Integer.toString(random.nextInt(1, 10_000));
        };
    }

    private static String words(String[] words, SplittableRandom random) {
        String word = words[random.nextInt(words.length)];
        return random.nextBoolean() ? word : word + " " + words[random.nextInt(words.length)];
    }
}
