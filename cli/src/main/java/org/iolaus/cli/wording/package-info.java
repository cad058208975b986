/**
 * How numbers, times and identifiers read to a person, in the report and on the terminal.
 */
@NullMarked
package org.iolaus.cli.wording;

import org.jspecify.annotations.NullMarked;
