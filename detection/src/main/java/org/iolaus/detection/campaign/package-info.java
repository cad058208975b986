/**
 * A cluster scored on coordination, extraction and concealment and followed through time.
 */
@NullMarked
package org.iolaus.detection.campaign;

import org.jspecify.annotations.NullMarked;
