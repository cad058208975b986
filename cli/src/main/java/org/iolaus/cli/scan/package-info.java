/**
 * One scan from options to findings: ingest, fingerprints, detection.
 */
@NullMarked
package org.iolaus.cli.scan;

import org.jspecify.annotations.NullMarked;
