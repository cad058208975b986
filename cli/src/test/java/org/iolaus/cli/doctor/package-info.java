@NullMarked
package org.iolaus.cli.doctor;

import org.jspecify.annotations.NullMarked;
