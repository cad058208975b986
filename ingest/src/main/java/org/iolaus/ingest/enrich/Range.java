package org.iolaus.ingest.enrich;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Addresses from {@code first} to {@code last}, both included.
 *
 * @param first lowest
 * @param last highest
 */
record Range(Address first, Address last) {
    /** Parses a CIDR block or a single address. */
    static Range parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = address(slash < 0 ? text : text.substring(0, slash), text);
        int bits = base instanceof Inet4Address ? 32 : 128;
        int tail = bits - (slash < 0 ? bits : prefix(text.substring(slash + 1), bits, text));
        Address address = Address.of(base);
        return new Range(address.withTail(tail, false), address.withTail(tail, true));
    }

    private static InetAddress address(String text, String entry) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(entry + " must be a CIDR block or an address", e);
        }
    }

    private static int prefix(String text, int bits, String entry) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > bits) {
            throw new IllegalArgumentException(entry + " must have a prefix length from 0 to " + bits);
        }
        return Integer.parseInt(text);
    }
}
