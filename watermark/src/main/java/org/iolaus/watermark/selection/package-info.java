/**
 * A mark for gateways that see no logits: in come genuine candidates for one response, out goes the one that the key
 * prefers. Nothing is edited. Stands on scores of {@code detection}; tracing tests its texts as it does any others, with
 * words for tokens.
 */
@NullMarked
package org.iolaus.watermark.selection;

import org.jspecify.annotations.NullMarked;
