/** How long each kind of record is kept, and the daily work that lets go of it. */
@NullMarked
package org.iolaus.service.review.retention;

import org.jspecify.annotations.NullMarked;
