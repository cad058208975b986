package org.iolaus.simulator.campaign.guise;

import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Identity;

/** One organization on the registration form, which nobody has verified, and nothing else of a firm. */
public record Organization() implements Guise {
    @Override
    public Disguise drawn(Cast cast, SplittableRandom random, Exit first, long fromMicros) {
        Identity claimed = cast.world().identity(random, first.country(), first.ip(), true);
        claimed.emailDomain = cast.world().grammar(Language.ENGLISH).expand("domain-word", random) + ".com";
        return new Claimed(claimed);
    }

    private record Claimed(Identity claimed) implements Disguise {
        @Override
        public void dress(Identity identity, SplittableRandom random) {
            identity.organization = claimed.organization;
            identity.emailDomain = claimed.emailDomain;
            identity.type = Account.Type.ENTERPRISE;
        }
    }
}
