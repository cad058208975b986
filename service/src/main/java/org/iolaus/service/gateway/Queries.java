package org.iolaus.service.gateway;

import java.net.InetAddress;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.iolaus.service.decision.Query;
import org.jspecify.annotations.Nullable;

/** Reads from a gateway's headers whose request it is. Immutable. */
final class Queries {
    private final String account;
    private final String endUser;
    private final String pathway;
    private final String address;

    Queries(GatewayConfig config) {
        account = config.accountHeader().toLowerCase(Locale.ROOT);
        endUser = config.endUserHeader().toLowerCase(Locale.ROOT);
        pathway = config.pathwayHeader().toLowerCase(Locale.ROOT);
        address = config.addressHeader().toLowerCase(Locale.ROOT);
    }

    /**
     * The query, or null if no account is named.
     *
     * @param header gives a header's value, or null, by its lower-case name
     */
    @Nullable
    Query read(UnaryOperator<@Nullable String> header) {
        String accountId = header.apply(account);
        if (accountId == null || accountId.isEmpty()) {
            return null;
        }
        return new Query(accountId, present(header.apply(endUser)), present(header.apply(pathway)), address(header));
    }

    private @Nullable String address(UnaryOperator<@Nullable String> header) {
        String text = address.isEmpty() ? null : header.apply(address);
        return text == null ? null : literal(text);
    }

    /** The address if it is one, otherwise null. */
    static @Nullable String literal(String text) {
        try {
            InetAddress.ofLiteral(text);
            return text;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
