/**
 * The report for people: findings in, one HTML file out that needs no network and no script. One class a section.
 */
@NullMarked
package org.iolaus.cli.report;

import org.jspecify.annotations.NullMarked;
