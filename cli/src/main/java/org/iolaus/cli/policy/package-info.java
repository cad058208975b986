/** Policies tried on past scans: a scan's folder and account facts in, who would have been hit and why out. */
@NullMarked
package org.iolaus.cli.policy;

import org.jspecify.annotations.NullMarked;
