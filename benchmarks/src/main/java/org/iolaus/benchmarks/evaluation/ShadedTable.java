package org.iolaus.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * Numbers between 0 and 1 in rows and columns, the darker the larger, as SVG.
 *
 * @param columns names of columns, of one line or two
 * @param rows the rows
 */
record ShadedTable(List<String> columns, List<Row> rows) {
    private static final int NAME = 320;
    private static final int CELL = 92;
    private static final int ROW = 22;
    private static final int HEAD = 40;

    /** A row: a value for each column. */
    record Row(String name, List<Double> values) {}

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                        + "font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                NAME + columns.size() * CELL + 10,
                HEAD + rows.size() * ROW + 10));
        for (int column = 0; column < columns.size(); column++) {
            String[] lines = columns.get(column).split("\n", -1);
            for (int line = 0; line < lines.length; line++) {
                svg.append(text("middle", centre(column), 15 + 15 * line, "#222", lines[line]));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            int top = HEAD + row * ROW;
            svg.append(text("start", 4, top + 15, "#222", rows.get(row).name()));
            for (int column = 0; column < columns.size(); column++) {
                cell(svg, column, top, rows.get(row).values().get(column));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void cell(StringBuilder svg, int column, int top, double value) {
        int light = 245 - (int) Math.round(160 * value);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"rgb(%d,%d,250)\"/>%n",
                NAME + column * CELL + 1,
                top + 1,
                CELL - 2,
                ROW - 2,
                light,
                light));
        svg.append(text(
                "middle",
                centre(column),
                top + 15,
                value > 0.6 ? "#fff" : "#222",
                String.format(Locale.ROOT, "%.3f", value)));
    }

    private static int centre(int column) {
        return NAME + column * CELL + CELL / 2;
    }

    private static String text(String anchor, int x, int y, String colour, String text) {
        return String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                anchor,
                x,
                y,
                colour,
                Xml.escaped(text));
    }
}
