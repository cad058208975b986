package org.iolaus.simulator.campaign.method;

import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Deals;
import org.iolaus.simulator.actor.Draft;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Seeds;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;
import org.iolaus.simulator.text.Template;

/**
 * An opaque blob from one account's session, put before the work of others.
 *
 * @param replays accounts that send the same blob
 */
public record Replay(int replays) implements Method {
    public Replay {
        if (replays < 2) {
            throw new IllegalArgumentException("replays " + replays + " must be at least 2");
        }
    }

    @Override
    public Script script(Share share) {
        Grammar grammar = share.tasks().getFirst().user().grammar();
        Template opening = grammar.template(grammar.expand("replay", new SplittableRandom(share.dataset())));
        return new Replayed(new Shards().script(share), opening, share, share.seat() / replays);
    }

    /** Work that is the account's own under a blob that its neighbours send too. */
    private record Replayed(Script work, Template opening, Share share, int neighbours) implements Script {
        @Override
        public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
            long captured = Seeds.mix(share.dataset() ^ 0xb10bL, neighbours + Share.STRIDE * ordinal);
            String blob = grammar().expand("blob", new SplittableRandom(captured));
            opening.fill(new Speech(random, Map.of("my-blob", blob)), draft.user);
            work.write(draft, ordinal, seed, random);
        }

        @Override
        public Grammar grammar() {
            return work.grammar();
        }

        @Override
        public double followUps() {
            return work.followUps();
        }

        @Override
        public Script dealt(Deals deals, long seed, int exchanges) {
            return new Replayed(work.dealt(deals, seed, exchanges), opening, share, neighbours);
        }
    }
}
