/**
 * What a duel comes to: exchanges obtained, time to re-linking with survivors counted, honest people hurt by kind and group.
 */
@NullMarked
package org.iolaus.duel.score;

import org.jspecify.annotations.NullMarked;
