/** People's part: cases, what reviewers decide, appeals, the audit chain, alerts, and what is kept for how long. */
@NullMarked
package org.iolaus.service.review;

import org.jspecify.annotations.NullMarked;
