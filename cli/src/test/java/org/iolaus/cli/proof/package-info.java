/** What the project promises, checked on simulated traffic that is scanned again after a change. */
@NullMarked
package org.iolaus.cli.proof;

import org.jspecify.annotations.NullMarked;
