/** What each account is served, in one look-up in memory; and who hears of changes. */
@NullMarked
package org.iolaus.service.decision;

import org.jspecify.annotations.NullMarked;
