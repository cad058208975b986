package org.iolaus.ingest.shape;

/**
 * What became of records.
 *
 * @param accepted exchanges handed on
 * @param rejected records set aside for a reason
 * @param skipped records that are no inference, such as spans of a database
 */
public record ShapeCounts(long accepted, long rejected, long skipped) {
    public static final ShapeCounts NONE = new ShapeCounts(0, 0, 0);

    /** Both together. */
    public ShapeCounts plus(ShapeCounts other) {
        return new ShapeCounts(accepted + other.accepted, rejected + other.rejected, skipped + other.skipped);
    }
}
