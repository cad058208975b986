package org.iolaus.cli.report;

import java.util.Locale;

/** Small shapes of a drawing, with coordinates to a tenth. */
final class Svg {
    private Svg() {}

    static Html rectangle(String style, double x, double y, double width, double height, String tip) {
        return Html.of(
                "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>\n",
                style,
                tenth(x),
                tenth(y),
                tenth(width),
                tenth(height),
                tip);
    }

    static Html line(String style, double x1, double y1, double x2, double y2) {
        return Html.of(
                "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n",
                style,
                tenth(x1),
                tenth(y1),
                tenth(x2),
                tenth(y2));
    }

    static Html circle(double x, double y, double radius, String tip) {
        return Html.of(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"><title>{}</title></circle>\n",
                tenth(x),
                tenth(y),
                tenth(radius),
                tip);
    }

    /** A word at a place; {@code anchor} is start, middle or end. */
    static Html text(String anchor, double x, double y, String text) {
        return Html.of("<text text-anchor=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", anchor, tenth(x), tenth(y), text);
    }

    private static String tenth(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate == 0 ? 0.0 : coordinate);
    }
}
