/**
 * Labelled traffic read once, so that it can be scanned over and over. In comes a folder that the simulator has written;
 * out go fingerprints, account facts and releases, and what a scan of them finds.
 */
@NullMarked
package org.iolaus.benchmarks.recording;

import org.jspecify.annotations.NullMarked;
