package org.iolaus.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.ingest.json.LineRejection;

/** The slow reference of reading a file: unpack it byte by byte, split it, and parse each line on its own. */
public final class ReferenceLines {
    /** Beginnings of the reasons that end a file early. */
    public static final List<String> DAMAGES =
            List.of("the file must be whole but is cut off or damaged here: ", "the file must be readable: ");

    // In ISO 8859-1 a character is a byte.
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /** Parses a line without its end. */
    @FunctionalInterface
    public interface Parsing {
        Object parse(byte[] line) throws LineRejection;
    }

    /** What the lines stand for, as text. */
    public final List<String> items = new ArrayList<>();
    /** Number of a line and why it is set aside. */
    public final List<String> rejections = new ArrayList<>();
    /** Whether the file could not be unpacked to its end. */
    public final boolean damaged;

    private final int maxLineBytes;
    private final Parsing parsing;

    /** Reads {@code file}. */
    public ReferenceLines(byte[] file, int maxLineBytes, Parsing parsing) {
        this.maxLineBytes = maxLineBytes;
        this.parsing = parsing;
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        damaged = !unpack(file, unpacked);
        String text = unpacked.toString(ISO_8859_1);
        read(text.startsWith(BYTE_ORDER_MARK) ? text.replaceFirst(BYTE_ORDER_MARK, "   ") : text);
    }

    private static boolean unpack(byte[] file, ByteArrayOutputStream unpacked) {
        try (InputStream in = Unpacked.of(new ByteArrayInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                unpacked.write(b);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void read(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean cut = damaged && i == lines.length - 1;
            if (!cut || lines[i].length() > maxLineBytes) {
                readLine(lines[i], i + 1);
            }
        }
    }

    private void readLine(String line, int number) {
        if (line.length() > maxLineBytes) {
            rejections.add(number + " the line must be at most " + maxLineBytes + " bytes long");
        } else if (!line.matches("[ \t\r]*")) {
            try {
                items.add(parsing.parse(line.getBytes(ISO_8859_1)).toString());
            } catch (LineRejection e) {
                rejections.add(number + " " + e.reason());
            }
        }
    }
}
