package org.iolaus.cli.scan;

import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What records look like.
 *
 * @param shape their shape, or null to tell it from the first ones of each file
 * @param names attributes that say who is behind a request
 */
public record ShapeChoice(@Nullable Shape shape, AttributeNames names) {
    /** Whatever each file shows. */
    public static final ShapeChoice DETECTED = new ShapeChoice(null, AttributeNames.DEFAULTS);
}
