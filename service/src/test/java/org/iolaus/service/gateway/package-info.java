@NullMarked
package org.iolaus.service.gateway;

import org.jspecify.annotations.NullMarked;
