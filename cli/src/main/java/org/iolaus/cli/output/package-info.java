/**
 * What a scan leaves on disk, as docs/formats.md defines it: findings in, one folder of files out, whole or not at all.
 */
@NullMarked
package org.iolaus.cli.output;

import org.jspecify.annotations.NullMarked;
