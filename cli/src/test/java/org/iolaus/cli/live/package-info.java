@NullMarked
package org.iolaus.cli.live;

import org.jspecify.annotations.NullMarked;
