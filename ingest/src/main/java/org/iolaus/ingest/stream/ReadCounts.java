package org.iolaus.ingest.stream;

import java.util.Map;
import org.iolaus.ingest.shape.Shape;

/**
 * What was read.
 *
 * @param files files read
 * @param lines lines that are not blank
 * @param exchanges exchanges delivered
 * @param rejected lines, and ends of damaged files, set aside
 * @param skipped records that are no inference
 * @param shapes files by the shape of their records
 */
public record ReadCounts(
        int files, long lines, long exchanges, long rejected, long skipped, Map<Shape, Integer> shapes) {
    public ReadCounts {
        shapes = Map.copyOf(shapes);
    }
}
