/**
 * What a campaign's accounts pass for: how its members register, call and talk to look like a group that may share.
 */
@NullMarked
package org.iolaus.simulator.campaign.guise;

import org.jspecify.annotations.NullMarked;
