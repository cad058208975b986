package org.iolaus.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FiguresTest {
    private static NodeList elements(String svg, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(name);
    }

    private static LineChart chart(List<LineChart.Point> points) {
        return new LineChart("days", "leak", 10, 0.5, List.of(new LineChart.Series("a < b & c", points)));
    }

    @Test
    void lineChart_corners_lieAtTheAxes() throws Exception {
        String svg = chart(List.of(new LineChart.Point(0, 0), new LineChart.Point(10, 0.5)))
                .svg();
        Element line = (Element) elements(svg, "polyline").item(0);
        assertThat(line.getAttribute("points")).isEqualTo("50.0,270.0 510.0,10.0");
        NodeList texts = elements(svg, "text");
        assertThat(texts.item(texts.getLength() - 1).getTextContent()).isEqualTo("a < b & c");
    }

    @Test
    void lineChart_ticks_areNotRounded() throws Exception {
        NodeList texts = elements(chart(List.of()).svg(), "text");
        List<String> ticks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ticks.add(texts.item(i).getTextContent());
        }
        assertThat(ticks).containsExactly("0", "0", "2.5", "0.125", "5", "0.25", "7.5", "0.375", "10", "0.5");
    }

    @Test
    void lineChart_randomPoints_stayInsideAndKeepOrder() throws Exception {
        Random random = new Random(2);
        List<LineChart.Point> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(new LineChart.Point(i / 5.0, random.nextDouble() / 2));
        }
        NodeList circles = elements(chart(points).svg(), "circle");
        double before = 0;
        for (int i = 0; i < circles.getLength(); i++) {
            double x = Double.parseDouble(((Element) circles.item(i)).getAttribute("cx"));
            assertThat(x).isBetween(before, 510.0);
            assertThat(Double.parseDouble(((Element) circles.item(i)).getAttribute("cy")))
                    .isBetween(10.0, 270.0);
            before = x;
        }
    }

    @Test
    void shadedTable_largerValues_areDarker() throws Exception {
        String svg =
                new ShadedTable(List.of("one", "two"), List.of(new ShadedTable.Row("volume", List.of(0.0, 1.0)))).svg();
        NodeList cells = elements(svg, "rect");
        assertThat(((Element) cells.item(1)).getAttribute("fill")).isEqualTo("rgb(245,245,250)");
        assertThat(((Element) cells.item(2)).getAttribute("fill")).isEqualTo("rgb(85,85,250)");
        assertThat(svg).contains(">0.000<", ">1.000<", ">volume<");
    }
}
