package org.iolaus.duel.attacker;

import org.iolaus.simulator.campaign.Exits;
import org.iolaus.simulator.campaign.Life;

/**
 * What things cost the attacker, in thousandths of a dollar. Only the account's price has a public source; the others are
 * assumptions of ours in orders of magnitude, stated so that they can be argued with.
 *
 * @param account a registered account: the typical price of one SMS verification, about half a dollar (cotsi.org/methodology)
 * @param agedAccount one that is at least a year old; assumed twenty times as much
 * @param card a means of payment of its own; assumed three dollars, divided where several accounts share one
 * @param accountsPerCard accounts on one card where cards are shared
 * @param datacentre rented exits for one account; assumed one dollar
 * @param vpn a seat at a VPN service; assumed half a dollar
 * @param residential exits in homes for one account; assumed four dollars
 * @param scattered a home of its own for one account; assumed eight dollars
 * @param rewording prompts in other words for one account; assumed one dollar
 * @param verification passing a request to verify; assumed fifteen dollars
 * @param exchange one exchange at list price; assumed 1.5 cents, for an answer of about a thousand tokens
 */
public record Prices(
        long account,
        long agedAccount,
        long card,
        int accountsPerCard,
        long datacentre,
        long vpn,
        long residential,
        long scattered,
        long rewording,
        long verification,
        long exchange) {
    public static final Prices DEFAULT =
            new Prices(500, 10_000, 3_000, 12, 1_000, 500, 4_000, 8_000, 1_000, 15_000, 15);

    public Prices {
        if (accountsPerCard < 1) {
            throw new IllegalArgumentException("accountsPerCard " + accountsPerCard + " must be at least 1");
        }
    }

    /** Price of one account used in a way, its card, exits and wording included. */
    long of(Play play) {
        long registered = play.signup() == Life.Signup.AGED ? agedAccount : account;
        long paying = play.card() == Knob.Card.SHARED ? card / accountsPerCard : card;
        long wording = play.wording() == Knob.Wording.REWORDED ? rewording : 0;
        return registered + paying + wording + exits(play.network());
    }

    private long exits(Exits.Network network) {
        return switch (network) {
            case DATACENTRE -> datacentre;
            case SHARED_VPN, VPN_NEWCOMERS -> vpn;
            case RESIDENTIAL, GEO_MATCHED -> residential;
            case SCATTERED -> scattered;
        };
    }
}
