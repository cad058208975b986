/** What people did, in a chain of hashes that shows each later change of it. */
@NullMarked
package org.iolaus.service.review.audit;

import org.jspecify.annotations.NullMarked;
