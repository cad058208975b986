package org.iolaus.simulator.campaign;

/**
 * Where a campaign's requests come from.
 *
 * @param network kind of exits
 * @param perAccount exits an account uses
 * @param pool exits in all
 * @param rotationMinutes how long an exit is kept; 0 changes with every request
 * @param clientMinutes how long a TLS fingerprint is kept; 0 for good
 */
public record Exits(Network network, int perAccount, int pool, int rotationMinutes, int clientMinutes) {
    public Exits {
        Limits.positive("per_account", perAccount);
        Limits.positive("pool", pool);
        Limits.atLeastZero("rotation_minutes", rotationMinutes);
        Limits.atLeastZero("client_minutes", clientMinutes);
    }

    /** Kind of exits. */
    public enum Network {
        /** Rented exits of its own. */
        DATACENTRE,
        /** Exits of a VPN service that honest people use too. */
        SHARED_VPN,
        /** Exits in the homes of honest people. */
        RESIDENTIAL,
        /** A home of its own for each account: nothing shared. */
        SCATTERED,
        /** Exits in the homes of honest people, each account in a country where it also registers and pays. */
        GEO_MATCHED,
        /** Exits of a VPN service through which nobody else has signed up for two months. */
        VPN_NEWCOMERS
    }
}
