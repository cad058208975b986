/**
 * Groups of accounts from the graph of objects: the group test, the sign-up test, and the communities of what they
 * bind.
 */
@NullMarked
package org.iolaus.detection.cluster;

import org.jspecify.annotations.NullMarked;
