package org.iolaus.cli.shape;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes exchanges of our own format in another shape. */
interface ShapeWriter {
    /** The exchange with what the shape cannot carry left out, and with ids as the shape makes them. */
    ObjectNode carried(ObjectNode exchange);

    /** The file's bytes for exchanges that are {@link #carried}. */
    byte[] file(List<ObjectNode> exchanges);
}
