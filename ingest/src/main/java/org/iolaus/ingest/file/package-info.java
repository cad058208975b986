/**
 * Files and folders, however packed, as blocks of whole lines. Input: paths; output: bytes for the parsers.
 */
@NullMarked
package org.iolaus.ingest.file;

import org.jspecify.annotations.NullMarked;
