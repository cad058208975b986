/**
 * Tests of token ids against one key: in come responses, out comes a score with an exact p-value. Every test counts a
 * pair of context and token once; there is no way around it.
 */
@NullMarked
package org.iolaus.watermark.detection;

import org.jspecify.annotations.NullMarked;
