/**
 * What foreign records become: {@code Exchange}s of detection. Input: JSON trees or attributes of one record; output: an
 * exchange, or the reason why there is none. The packages below read one shape each.
 */
@NullMarked
package org.iolaus.ingest.shape;

import org.jspecify.annotations.NullMarked;
