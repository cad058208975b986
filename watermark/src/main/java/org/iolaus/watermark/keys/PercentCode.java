package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Percent-encoding of UTF-8 in which only unreserved characters stand bare (RFC 3986, section 2.3). */
final class PercentCode {
    private static final String MARKS = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentCode() {}

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair, which has no UTF-8
     */
    static String encode(String text) {
        StringBuilder code = new StringBuilder();
        for (byte unit : bytes(text)) {
            if (isBare((char) unit)) {
                code.append((char) unit);
            } else {
                code.append('%').append(HEX.toHexDigits(unit));
            }
        }
        return code.toString();
    }

    private static byte[] bytes(String text) {
        if (!UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" must be Unicode text, without half of a surrogate pair");
        }
        return text.getBytes(UTF_8);
    }

    /**
     * The text that {@code code} stands for.
     *
     * @throws IllegalArgumentException if two hexadecimal digits do not follow each percent sign
     */
    static String decode(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '%' && isByte(code, i + 1)) {
                bytes.write(HexFormat.fromHexDigits(code, i + 1, i + 3));
                i += 2;
            } else if (isBare(c)) {
                bytes.write(c);
            } else {
                throw new IllegalArgumentException("\"" + code + "\" must be percent-encoded");
            }
        }
        return bytes.toString(UTF_8);
    }

    private static boolean isByte(String code, int at) {
        return at + 2 <= code.length()
                && HexFormat.isHexDigit(code.charAt(at))
                && HexFormat.isHexDigit(code.charAt(at + 1));
    }

    private static boolean isBare(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && MARKS.indexOf(c) >= 0);
    }
}
