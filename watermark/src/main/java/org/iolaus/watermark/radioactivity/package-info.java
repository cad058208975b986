/**
 * Whether a model was trained on marked text: in come its outputs or its next-token scores, and one key; out comes an
 * exact p-value. Stands on the scores of {@code detection}.
 */
@NullMarked
package org.iolaus.watermark.radioactivity;

import org.jspecify.annotations.NullMarked;
