/**
 * What one account does: capabilities, templates, items, demand and rhythm.
 */
@NullMarked
package org.iolaus.detection.profile;

import org.jspecify.annotations.NullMarked;
