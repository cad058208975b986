/**
 * Which accounts share more than chance allows: a bipartite graph of accounts and objects, pair scores and their error bounds.
 */
@NullMarked
package org.iolaus.detection.link;

import org.jspecify.annotations.NullMarked;
