/**
 * How campaigns go through what they want: frames and a data set in, one account's script out.
 */
@NullMarked
package org.iolaus.simulator.campaign.method;

import org.jspecify.annotations.NullMarked;
