/**
 * Groups of accounts from validated links.
 */
@NullMarked
package org.iolaus.detection.cluster;

import org.jspecify.annotations.NullMarked;
