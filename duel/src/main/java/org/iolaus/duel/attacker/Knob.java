package org.iolaus.duel.attacker;

import java.util.List;
import java.util.Locale;
import org.iolaus.simulator.campaign.Exits.Network;
import org.iolaus.simulator.campaign.Life.Signup;
import org.iolaus.simulator.campaign.Tempo.Clock;

/** One thing that an attacker can do in several ways; the ways are some that the simulator's campaigns know. */
public enum Knob {
    PACE(List.of(Pace.values())),
    COVER(List.of(Cover.values())),
    WORDING(List.of(Wording.values())),
    CLOCK(List.of(Clock.ROUND_THE_CLOCK, Clock.HUMAN, Clock.BATCHES)),
    NETWORK(List.of(Network.DATACENTRE, Network.SHARED_VPN, Network.RESIDENTIAL, Network.SCATTERED)),
    CARD(List.of(Card.values())),
    CLIENT(List.of(Client.values())),
    SIGNUP(List.of(Signup.values()));

    @SuppressWarnings("ImmutableEnumChecker") // lists of constants made by List.of
    private final List<? extends Enum<?>> choices;

    Knob(List<? extends Enum<?>> choices) {
        this.choices = choices;
    }

    /** Number of ways. */
    public int choices() {
        return choices.size();
    }

    /** The name of a way. */
    public String choice(int index) {
        return words(choices.get(index));
    }

    /** The name of the knob. */
    public String label() {
        return words(this);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Exchanges an account makes in a day; the fastest makes in ten days what the accounts disclosed in February made. */
    enum Pace {
        SLOW(5),
        MIDDLING(20),
        FAST(80);

        private final int perDay;

        Pace(int perDay) {
            this.perDay = perDay;
        }

        int perDay() {
            return perDay;
        }
    }

    /** Share of exchanges that only look ordinary. */
    enum Cover {
        NONE(0),
        THIRD(0.3),
        MOST(0.7);

        private final double share;

        Cover(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }

    /** Whose words the prompts are in. */
    enum Wording {
        SHARED,
        REWORDED,
        NO_SYSTEM_PROMPT
    }

    /** Who pays with what. */
    enum Card {
        SHARED,
        UNIQUE
    }

    /** How long a TLS fingerprint is kept. */
    enum Client {
        FIXED,
        ROTATING
    }
}
