@NullMarked
package org.iolaus.service.policy;

import org.jspecify.annotations.NullMarked;
