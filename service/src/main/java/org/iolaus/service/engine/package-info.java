/** The detector as it lives: facts in, verdicts out, in the order of the log. */
@NullMarked
package org.iolaus.service.engine;

import org.jspecify.annotations.NullMarked;
