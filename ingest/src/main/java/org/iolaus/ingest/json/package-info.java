/**
 * A pull scanner for one JSON document in a byte array, without a tree and without copying. Input: the bytes of a line;
 * output: slices and primitives for {@link org.iolaus.ingest.parse}.
 */
@NullMarked
package org.iolaus.ingest.json;

import org.jspecify.annotations.NullMarked;
