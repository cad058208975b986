/**
 * The evaluation page: scores of scans and of their rivals, scenario by scenario and seed by seed, as tables and plots.
 * In come folders of labelled traffic and of what a scan found there; out go a page and its figures.
 */
@NullMarked
package org.iolaus.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
