package org.iolaus.simulator.campaign.method;

import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Draft;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Seeds;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/**
 * A list of probes put again and again, each in every frame. The cells of that table are dealt out in rounds, to another
 * account each time.
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
        return new Table(share, probes);
    }

    private record Table(Share share, int probes) implements Script {
        @Override
        public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
            long turn = Math.floorMod(share.seat() + Seeds.mix(share.dataset(), -1L - ordinal), (long) share.seats());
            long cell = turn + (long) share.seats() * ordinal;
            int frame = (int) (cell / probes % share.tasks().size());
            SplittableRandom probe = new SplittableRandom(Seeds.mix(share.dataset(), cell % probes));
            share.tasks().get(frame).write(draft, new Speech(probe, Map.of()));
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
