package org.iolaus.simulator.actor;

/**
 * An address from which requests leave.
 *
 * @param ip textual address
 * @param asn autonomous system number
 * @param country ISO 3166-1 alpha-2
 */
public record Exit(String ip, long asn, String country) {}
