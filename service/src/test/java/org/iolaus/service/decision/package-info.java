@NullMarked
package org.iolaus.service.decision;

import org.jspecify.annotations.NullMarked;
