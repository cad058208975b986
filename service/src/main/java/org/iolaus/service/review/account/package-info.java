/** What is kept of single accounts apart from cases: verification, legal hold; and its erasure. */
@NullMarked
package org.iolaus.service.review.account;

import org.jspecify.annotations.NullMarked;
