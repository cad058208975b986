/**
 * The stages in order: fingerprints and account facts in, findings out.
 */
@NullMarked
package org.iolaus.detection.pipeline;

import org.jspecify.annotations.NullMarked;
