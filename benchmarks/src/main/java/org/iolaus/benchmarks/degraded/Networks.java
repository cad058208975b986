package org.iolaus.benchmarks.degraded;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Changes to addresses and clients. */
final class Networks {
    private static final String PROXY = "10.0.0.1";
    private static final int BALANCERS = 8;
    private static final int SIGN_UP_PROXIES = 4;
    private static final List<String> LOCATION = List.of("asn", "country");
    private static final int IPV4_BYTES = 4;
    private static final int KEPT_IPV4_BYTES = 3;
    private static final int KEPT_IPV6_BYTES = 6;
    private static final long PROVIDERS = 0x2a00_0000_0000_0000L;

    private Networks() {}

    static void oneAddress(ObjectNode exchange) {
        internal(exchange, PROXY);
    }

    static void balanced(ObjectNode exchange) {
        internal(exchange, "10.0.1." + (1 + Draw.below(BALANCERS, text(exchange, "id"))));
    }

    private static void internal(ObjectNode exchange, String address) {
        exchange.withObjectProperty("network").put("ip", address).remove(LOCATION);
    }

    static void oneClient(ObjectNode exchange) {
        exchange.withObjectProperty("network")
                .put("ja4", "t13d1516h2_8daaf6152771_02713d6af862")
                .put("user_agent", "content-delivery/1.0");
    }

    /** A home's /64, in the /32 of one of 16 providers, and another address in it for every exchange. */
    static void newHomeAddress(ObjectNode exchange) {
        long home = Draw.bits(text(exchange, "account_id"));
        long prefix = PROVIDERS | home >>> 60 << 32 | home & 0xffff_ffffL;
        byte[] address = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(prefix)
                .putLong(Draw.bits(text(exchange, "id")))
                .array();
        exchange.withObjectProperty("network").put("ip", literal(address));
    }

    static void anonymous(ObjectNode exchange) {
        if (exchange.path("network") instanceof ObjectNode network) {
            anonymous(network, "ip");
        }
    }

    static void anonymousSignup(ObjectNode account) {
        anonymous(account, "signup_ip");
    }

    private static void anonymous(ObjectNode holder, String field) {
        if (holder.has(field)) {
            byte[] address = InetAddress.ofLiteral(text(holder, field)).getAddress();
            int kept = address.length == IPV4_BYTES ? KEPT_IPV4_BYTES : KEPT_IPV6_BYTES;
            Arrays.fill(address, kept, address.length, (byte) 0);
            holder.put(field, literal(address));
        }
    }

    static void oneSignupNetwork(ObjectNode account) {
        if (account.has("signup_ip")) {
            account.put("signup_ip", "192.0.2." + (1 + Draw.below(SIGN_UP_PROXIES, text(account, "account_id"))));
        }
    }

    private static String text(ObjectNode holder, String field) {
        return holder.path(field).asString();
    }

    private static String literal(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address must have 4 or 16 bytes and has " + address.length, e);
        }
    }
}
