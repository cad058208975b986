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

/**
 * A list of probes put again and again, in every frame. The list is dealt out in rounds, to another account each time,
 * which puts its probes into the frames of its habit.
 *
 * @param probes length of the list
 */
public record Probing(int probes) implements Method {
    public Probing {
        if (probes < 1) {
            throw new IllegalArgumentException("probes " + probes + " must be at least 1");
        }
    }

    @Override
    public Script script(Share share) {
        return new Table(share, probes, Map.of());
    }

    private record Table(Share share, int probes, Map<String, Deal> deals) implements Script {
        @Override
        public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
            long turn = Math.floorMod(share.seat() + Seeds.mix(share.dataset(), -1L - ordinal), (long) share.seats());
            long cell = turn + (long) share.seats() * ordinal;
            long index = cell % probes;
            Task frame = share.frame(ordinal);
            SplittableRandom probe = new SplittableRandom(Seeds.mix(share.dataset(), index));
            Deal deal = deals.getOrDefault(frame.kind(), Deal.NONE);
            frame.write(draft, new Speech(probe, Map.of()), deal.at(0, index));
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
            return new Table(share, probes, Deal.byKind(share.tasks(), dealer, share.dataset(), 0, probes));
        }
    }
}
