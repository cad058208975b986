package org.iolaus.simulator.campaign.method;

import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Deal;
import org.iolaus.simulator.actor.Deals;
import org.iolaus.simulator.actor.Draft;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Seeds;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/** Another wording in every request, as if to learn which one works. */
public record Sweep() implements Method {
    @Override
    public Script script(Share share) {
        return new Swept(share, Map.of());
    }

    private record Swept(Share share, Map<String, Deal> deals) implements Script {
        @Override
        public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
            SplittableRandom own = new SplittableRandom(Seeds.mix(share.dataset(), share.item(ordinal)));
            Task known = share.frame(ordinal);
            Task task = known.asking(known.user().grammar().expand("frame." + known.kind() + ".user", own));
            Deal deal = deals.getOrDefault(known.kind(), Deal.NONE);
            task.write(draft, new Speech(own, Map.of()), deal.at(share.seat(), ordinal));
        }

        @Override
        public Grammar grammar() {
            return share.tasks().getFirst().user().grammar();
        }

        @Override
        public double followUps() {
            return 0;
        }

        @Override
        public Script dealt(Deals dealer, long seed, int exchanges) {
            return new Swept(share, Deal.byKind(share.tasks(), dealer, share.dataset(), share.seat(), exchanges));
        }
    }
}
