/** What reviewers do with cases: written down, logged as facts, and only then answered as done. */
@NullMarked
package org.iolaus.service.review.action;

import org.jspecify.annotations.NullMarked;
