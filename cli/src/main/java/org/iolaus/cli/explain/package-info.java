/**
 * Why an account or campaign was judged as it was: the files of a scan and an identifier in, reasons out. Needs nothing
 * but the files.
 */
@NullMarked
package org.iolaus.cli.explain;

import org.jspecify.annotations.NullMarked;
