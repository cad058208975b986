/**
 * What the commands of {@code iolaus watermark} read and print: texts and decisions from JSON Lines, private files, and
 * reports that say what a test proves and what it does not.
 */
@NullMarked
package org.iolaus.cli.watermark;

import org.jspecify.annotations.NullMarked;
