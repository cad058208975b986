/**
 * How often marks raise false alarms on real words, and how often they are found, by entropy and length.
 */
@NullMarked
package org.iolaus.benchmarks.watermark;

import org.jspecify.annotations.NullMarked;
