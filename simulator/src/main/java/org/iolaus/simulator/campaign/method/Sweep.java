package org.iolaus.simulator.campaign.method;

import java.util.Map;
import java.util.SplittableRandom;
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
        return new Swept(share);
    }

    private record Swept(Share share) implements Script {
        @Override
        public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
            SplittableRandom own = new SplittableRandom(Seeds.mix(share.dataset(), share.item(ordinal)));
            Task known = share.tasks().get(own.nextInt(share.tasks().size()));
            Task task = known.asking(known.user().grammar().expand("frame." + known.kind() + ".user", own));
            task.write(draft, new Speech(own, Map.of()));
        }

        @Override
        public Grammar grammar() {
            return share.tasks().getFirst().user().grammar();
        }

        @Override
        public double followUps() {
            return 0;
        }
    }
}
