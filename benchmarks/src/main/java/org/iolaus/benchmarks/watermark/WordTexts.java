package org.iolaus.benchmarks.watermark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a given length cut from the words of files, plain or under zstd; the n-th new word is token n. */
final class WordTexts {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** JSON's way to write a line's end or a character by number. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<int[]> texts = new ArrayList<>();
    private final int most;
    private final int[] text;
    private int length;

    private WordTexts(int words, int most) {
        this.text = new int[words];
        this.most = most;
    }

    /** At most {@code most} texts of {@code words} words each, in the order of the files. */
    static List<int[]> read(List<Path> files, int words, int most) throws IOException {
        WordTexts texts = new WordTexts(words, most);
        for (Path file : files) {
            texts.read(file);
        }
        return texts.texts;
    }

    private void read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".zst") ? new ZstdInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            for (String line = reader.readLine(); line != null && texts.size() < most; line = reader.readLine()) {
                Matcher words =
                        WORD.matcher(ESCAPE.matcher(line).replaceAll(" ").toLowerCase(Locale.ROOT));
                while (words.find() && texts.size() < most) {
                    add(words.group());
                }
            }
        }
    }

    private void add(String word) {
        text[length++] = ids.computeIfAbsent(word, _ -> ids.size() + 1);
        if (length == text.length) {
            texts.add(Arrays.copyOf(text, length));
            length = 0;
        }
    }
}
