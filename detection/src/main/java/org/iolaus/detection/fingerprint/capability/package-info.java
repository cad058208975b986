/**
 * Training of the capability model: labelled prompts in, a {@link org.iolaus.detection.fingerprint.CapabilityModel} with
 * its report on held-out families out. Not part of the running pipeline; pure all the same.
 */
@NullMarked
package org.iolaus.detection.fingerprint.capability;

import org.jspecify.annotations.NullMarked;
