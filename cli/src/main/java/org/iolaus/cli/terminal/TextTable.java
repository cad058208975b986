package org.iolaus.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.wording.VisibleText;

/** Rows of text in columns as wide as their widest cell. Cells are made safe to print. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> rightAligned;

    /** A table whose first row is {@code header}; columns given by index are set flush right. */
    public TextTable(List<String> header, List<Integer> rightAligned) {
        this.rightAligned = List.copyOf(rightAligned);
        rows.add(List.copyOf(header));
    }

    public TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(VisibleText.of(cell.toString()));
        }
        rows.add(row);
        return this;
    }

    /** The rows, each ended by a line feed. */
    public String render() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : GAP);
                line.append(rightAligned.contains(i) ? padding + row.get(i) : row.get(i) + padding);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
