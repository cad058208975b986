package org.iolaus.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * Lines over a horizontal axis from 0, between 0 and 1 on the vertical one, as SVG.
 *
 * @param horizontal what the horizontal axis shows
 * @param vertical what the vertical axis shows
 * @param max where the horizontal axis ends
 * @param top where the vertical axis ends
 * @param series the lines
 */
record LineChart(String horizontal, String vertical, double max, double top, List<Series> series) {
    private static final int LEFT = 50;
    private static final int TOP = 10;
    private static final int WIDTH = 460;
    private static final int HEIGHT = 260;
    private static final int ROW = 16;
    private static final List<String> COLOURS = List.of(
            "#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#e377c2", "#17becf", "#7f7f7f",
            "#bcbd22", "#003f5c", "#a05195");

    /** One line. */
    record Series(String name, List<Point> points) {}

    /** A point on it. */
    record Point(double x, double y) {}

    String svg() {
        int height = Math.max(HEIGHT, series.size() * ROW) + TOP + 45;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                        + "font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                LEFT + WIDTH + 170,
                height));
        for (int tick = 0; tick <= 4; tick++) {
            axes(svg, tick / 4.0);
        }
        svg.append(text("middle", LEFT + WIDTH / 2.0, TOP + HEIGHT + 34, horizontal));
        svg.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"middle\" transform=\"translate(12 %d) rotate(-90)\">%s</text>%n",
                TOP + HEIGHT / 2,
                Xml.escaped(vertical)));
        for (int i = 0; i < series.size(); i++) {
            line(svg, series.get(i), COLOURS.get(i % COLOURS.size()), TOP + 12 + i * ROW);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg, double share) {
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %d v%d M%d %.1f h%d\" stroke=\"#ddd\" fill=\"none\"/>%n",
                x(share * max),
                TOP,
                HEIGHT,
                LEFT,
                y(share * top),
                WIDTH));
        svg.append(text("middle", x(share * max), TOP + HEIGHT + 16, number(share * max)));
        svg.append(text("end", LEFT - 6.0, y(share * top) + 4, number(share * top)));
    }

    private void line(StringBuilder svg, Series line, String colour, int legend) {
        StringBuilder points = new StringBuilder();
        for (Point point : line.points()) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>%n",
                    x(point.x()),
                    y(point.y()),
                    colour));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n",
                points.toString().strip(),
                colour));
        int left = LEFT + WIDTH + 12;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
                left,
                legend - 9,
                colour));
        svg.append(text("start", left + 15.0, legend, line.name()));
    }

    private double x(double value) {
        return LEFT + WIDTH * value / max;
    }

    private double y(double value) {
        return TOP + HEIGHT * (1 - value / top);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String text(String anchor, double x, double y, String text) {
        return String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                anchor,
                x,
                y,
                Xml.escaped(text));
    }
}
