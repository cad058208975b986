package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Lines of exchanges made from a seed: valid ones of every shape, and ones with a few bytes changed. */
final class ExchangeLines {
    private static final String[] TEXTS = {
        "hello",
        "",
        "a \\\"quoted\\\" word\\n",
        "\\u00e9\\u4F60\\uD83D\\uDE00 \\/ \\b\\f\\r\\t\\\\",
        "\u4f60\u597d \ud83d\ude00 \u0645\u0631\u062d\u0628\u0627",
        "A long text without any escape that spans several words of eight bytes each",
        "\\u0000",
        "\\ud800",
        "\\udc00x",
    };
    private static final String[] ODD = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.5",
        "1e3",
        "-7",
        "12345678901234567890",
        "01",
        "\"x\"",
        "[]",
        "{}",
        "[[[{\"a\":[1,2,{\"b\":null}]}]]]",
        "\"\\x\"",
        "4294967296",
        "1e999",
        "-",
        "nul",
        "\"2026-01-01T00:00:00Z\"",
    };
    private static final String[] IPS = {
        "203.0.113.9", "2001:db8::1", "::ffff:1.2.3.4", "256.1.1.1", "1.2.3", "::", "1::2::3"
    };
    private static final String[] TIMES = {
        "2026-02-23T10:00:00.123456Z",
        "2026-02-23T10:00:00Z",
        "2026-02-23t10:00:00.5+05:30",
        "2026-02-29T10:00:00Z",
        "2026-02-23 10:00:00z",
        "2026-02-23T10:00:00",
        "1970-01-01T00:00:00Z",
        "3000-01-01T00:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-02-23T24:00:00Z",
        "2026-02-23T10:00:00.Z",
        "2024-02-29T00:00:00.1234567890-23:59",
    };
    private static final String[] ROLES = {
        "user", "assistant", "system", "developer", "tool", "model", "x", "us\\u0065r"
    };
    private static final String[] KINDS = {
        "text", "image", "image_url", "tool_result", "input_text", "audio", "\\u0074ext"
    };

    private final RandomGenerator random;

    ExchangeLines(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next line, about one in two of them valid. */
    byte[] next() {
        byte[] line = exchange().getBytes(UTF_8);
        int changes = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < changes; i++) {
            line[random.nextInt(line.length)] =
                    (byte) (random.nextBoolean() ? "{}[]\",:\\0e-u".charAt(random.nextInt(12)) : random.nextInt(256));
        }
        return line;
    }

    private String exchange() {
        StringBuilder json =
                new StringBuilder("{\"id\":\"x").append(random.nextInt(100)).append("\",\"time\":\"");
        json.append(usually(TIMES, 3))
                .append("\",\"account_id\":\"acct\",\"model\":")
                .append(value("\"atlas\""))
                .append(space());
        for (String name :
                new String[] {"organization_id", "api_key_id", "pathway", "source", "end_user_id", "other", "id"}) {
            if (random.nextInt(name.equals("id") ? 40 : 3) == 0) {
                json.append(",\"").append(name).append("\":").append(value(text()));
            }
        }
        if (random.nextBoolean()) {
            json.append(",\"network\":")
                    .append(value("{\"ip\":\"" + usually(IPS, 3) + "\",\"asn\":" + value("64500") + "}"));
        }
        json.append(",\"request\":").append(value(request()));
        if (random.nextBoolean()) {
            json.append(",\"response\":{\"text\":")
                    .append(value(text()))
                    .append(",\"refused\":")
                    .append(value("true"))
                    .append("}");
            json.append(",\"usage\":{\"input_tokens\":")
                    .append(value("12"))
                    .append("},\"status\":")
                    .append(value("200"));
        }
        return json.append("}").append(space()).toString();
    }

    private String request() {
        StringBuilder json = new StringBuilder("{")
                .append(space())
                .append("\"system\":")
                .append(value(text()))
                .append(",\"messages\":[");
        int messages = random.nextInt(5);
        for (int i = 0; i < messages; i++) {
            json.append(i == 0 ? "" : ",").append("{\"role\":\"").append(ROLES[random.nextInt(ROLES.length)]);
            json.append("\",\"content\":")
                    .append(value(random.nextBoolean() ? text() : parts()))
                    .append("}");
        }
        json.append("],\"tools\":[")
                .append(value("\"search\""))
                .append(",{\"name\":")
                .append(value("\"f\""));
        json.append("},{\"type\":\"function\",\"function\":{\"name\":\"g\",\"p\":")
                .append(value("{}"))
                .append("}}]");
        json.append(",\"parameters\":{\"temperature\":")
                .append(value("0.7"))
                .append(",\"n\":")
                .append(value("1"));
        return json.append(",\"stream\":").append(value("false")).append("}}").toString();
    }

    private String parts() {
        StringBuilder json = new StringBuilder("[");
        int parts = random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            json.append(i == 0 ? "" : ",").append("{\"text\":").append(value(text()));
            json.append(",\"type\":\"")
                    .append(KINDS[random.nextInt(KINDS.length)])
                    .append("\"}");
        }
        return json.append("]").toString();
    }

    private String usually(String[] values, int good) {
        return values[random.nextInt(random.nextInt(8) == 0 ? values.length : good)];
    }

    private String text() {
        return "\"" + usually(TEXTS, TEXTS.length - 2) + usually(TEXTS, 6) + "\"";
    }

    private String value(String usual) {
        return random.nextInt(40) == 0 ? ODD[random.nextInt(ODD.length)] : usual;
    }

    private String space() {
        return random.nextInt(10) == 0 ? " \t\r" : "";
    }
}
