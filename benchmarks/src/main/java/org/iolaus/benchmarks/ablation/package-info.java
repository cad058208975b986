/**
 * Ablation: scans of the same traffic with one kind of evidence, or one stage, left out. In come folders of labelled
 * traffic; out goes a table of what each is worth, scenario by scenario.
 */
@NullMarked
package org.iolaus.benchmarks.ablation;

import org.jspecify.annotations.NullMarked;
