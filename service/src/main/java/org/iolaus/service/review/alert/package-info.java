/** Messages to people by webhook: written to the database first, sent until they arrive or are given up. */
@NullMarked
package org.iolaus.service.review.alert;

import org.jspecify.annotations.NullMarked;
