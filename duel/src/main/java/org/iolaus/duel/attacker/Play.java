package org.iolaus.duel.attacker;

import java.util.function.ToIntFunction;
import org.iolaus.simulator.campaign.Exits;
import org.iolaus.simulator.campaign.Life;
import org.iolaus.simulator.campaign.Tempo;

/** How one account is used: a way of each knob. */
record Play(
        Knob.Pace pace,
        Knob.Cover cover,
        Knob.Wording wording,
        Tempo.Clock clock,
        Exits.Network network,
        Knob.Card card,
        Knob.Client client,
        Life.Signup signup) {
    /** What the campaigns disclosed in February 2026 did, as far as it was published. */
    static final Play DISCLOSED = new Play(
            Knob.Pace.FAST,
            Knob.Cover.NONE,
            Knob.Wording.SHARED,
            Tempo.Clock.ROUND_THE_CLOCK,
            Exits.Network.DATACENTRE,
            Knob.Card.SHARED,
            Knob.Client.FIXED,
            Life.Signup.BURSTS);

    /** The play that chooses a way of each knob. */
    static Play of(ToIntFunction<Knob> choice) {
        return new Play(
                Knob.Pace.values()[choice.applyAsInt(Knob.PACE)],
                Knob.Cover.values()[choice.applyAsInt(Knob.COVER)],
                Knob.Wording.values()[choice.applyAsInt(Knob.WORDING)],
                Tempo.Clock.values()[choice.applyAsInt(Knob.CLOCK)],
                Exits.Network.values()[choice.applyAsInt(Knob.NETWORK)],
                Knob.Card.values()[choice.applyAsInt(Knob.CARD)],
                Knob.Client.values()[choice.applyAsInt(Knob.CLIENT)],
                Life.Signup.values()[choice.applyAsInt(Knob.SIGNUP)]);
    }

    /** Index of the way of a knob. */
    int choice(Knob knob) {
        return switch (knob) {
            case PACE -> pace.ordinal();
            case COVER -> cover.ordinal();
            case WORDING -> wording.ordinal();
            case CLOCK -> clock.ordinal();
            case NETWORK -> network.ordinal();
            case CARD -> card.ordinal();
            case CLIENT -> client.ordinal();
            case SIGNUP -> signup.ordinal();
        };
    }

    /** Exchanges a day that are of use to it. */
    double usefulPerDay() {
        return pace.perDay() * (1 - cover.share());
    }
}
