/**
 * Who has what: a bipartite graph of subjects and the objects they share, and the reference population, which says how
 * popular an object is.
 */
@NullMarked
package org.iolaus.detection.link;

import org.jspecify.annotations.NullMarked;
