package org.iolaus.simulator.campaign.method;

import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Script;

/** A data set dealt out: no item twice, few frames, the same for all. */
public record Shards() implements Method {
    @Override
    public Script script(Share share) {
        ItemScript.Partition own = new ItemScript.Partition(share.seat(), Share.STRIDE, 0);
        return new ItemScript(share.tasks(), share.dataset(), own, FOLLOW_UPS);
    }
}
