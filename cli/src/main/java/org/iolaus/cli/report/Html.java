package org.iolaus.cli.report;

import java.util.Collection;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.iolaus.cli.wording.VisibleText;

/**
 * Markup that is safe to put into a page. The only way to bring a foreign value in is a placeholder, and placeholders
 * escape.
 *
 * @param markup well-formed HTML or SVG
 */
record Html(String markup) {
    static final Html NONE = new Html("");
    private static final String PLACEHOLDER = "{}";
    /** Keeps a number and its percent sign on one line. */
    private static final String NUMBER_SPACE = "\u00a0";

    /** Fills each {@code {}} of a literal template with a value: markup as it is, anything else as escaped text. */
    static Html of(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + 32 * values.length);
        int from = 0;
        for (Object value : values) {
            int at = template.indexOf(PLACEHOLDER, from);
            if (at < 0) {
                throw new IllegalArgumentException("template has fewer placeholders than " + values.length + " values");
            }
            filled.append(template, from, at).append(value instanceof Html html ? html.markup : escape(value));
            from = at + PLACEHOLDER.length();
        }
        if (template.indexOf(PLACEHOLDER, from) >= 0) {
            throw new IllegalArgumentException("template has more placeholders than " + values.length + " values");
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    static Html join(Collection<Html> parts) {
        return parts.stream().collect(joined());
    }

    static Collector<Html, ?, Html> joined() {
        return Collectors.collectingAndThen(Collectors.mapping(Html::markup, Collectors.joining()), Html::new);
    }

    private static String escape(Object value) {
        String text = VisibleText.of(value.toString()).replace(" %", NUMBER_SPACE + "%");
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
