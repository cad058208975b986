/**
 * From the bytes of one line to an exchange, an account fact or a release, each exactly as docs/formats.md has it.
 * Input: a slice of a block of lines; output: a record of detection's exchange package, or a
 * {@link org.iolaus.ingest.json.LineRejection}.
 */
@NullMarked
package org.iolaus.ingest.parse;

import org.jspecify.annotations.NullMarked;
