/** Cases: one for each campaign, fed from the detector's rulings and findings, with its members. */
@NullMarked
package org.iolaus.service.review.cases;

import org.jspecify.annotations.NullMarked;
