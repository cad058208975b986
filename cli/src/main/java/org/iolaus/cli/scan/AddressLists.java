package org.iolaus.cli.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that say what an address is; any may be missing.
 *
 * @param country MaxMind database of countries
 * @param asn MaxMind database of autonomous systems
 * @param hosting ranges of hosting providers
 * @param vpn ranges of VPN exits
 * @param relay ranges of privacy relays
 */
public record AddressLists(
        List<Path> country, List<Path> asn, List<Path> hosting, List<Path> vpn, List<Path> relay) {
    public static final AddressLists NONE =
            new AddressLists(List.of(), List.of(), List.of(), List.of(), List.of());

    public AddressLists {
        country = List.copyOf(country);
        asn = List.copyOf(asn);
        hosting = List.copyOf(hosting);
        vpn = List.copyOf(vpn);
        relay = List.copyOf(relay);
    }
}
