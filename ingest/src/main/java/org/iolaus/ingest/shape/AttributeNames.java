package org.iolaus.ingest.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of the attributes that say who is behind a request, where no convention fixes them: OTLP attributes and Bedrock's
 * {@code requestMetadata}. Of each list the first that a record has is taken.
 *
 * @param account the paying account
 * @param organization what the account says it belongs to
 * @param key key within the account
 * @param endUser person or program behind the account; an attribute that gave the account is not asked again
 * @param pathway the way in
 * @param ip address of the client
 * @param peer address of the other end, taken only from a span of kind server, where that is the client
 * @param asn autonomous system number
 * @param country ISO 3166-1 alpha-2
 * @param ja4 TLS client fingerprint
 * @param userAgent HTTP user agent
 */
public record AttributeNames(
        List<String> account,
        List<String> organization,
        List<String> key,
        List<String> endUser,
        List<String> pathway,
        List<String> ip,
        List<String> peer,
        List<String> asn,
        List<String> country,
        List<String> ja4,
        List<String> userAgent) {
    public static final AttributeNames DEFAULTS = new AttributeNames(
            List.of("account.id", "user.id", "enduser.id", "enduser.pseudo.id"),
            List.of("organization.id"),
            List.of("api_key.id"),
            List.of("enduser.pseudo.id", "enduser.id"),
            List.of("pathway"),
            List.of("client.address"),
            List.of("network.peer.address"),
            List.of("client.as.number"),
            List.of("client.geo.country.iso_code", "geo.country.iso_code"),
            List.of("tls.client.ja4"),
            List.of("user_agent.original"));

    public AttributeNames {
        account = List.copyOf(account);
        organization = List.copyOf(organization);
        key = List.copyOf(key);
        endUser = List.copyOf(endUser);
        pathway = List.copyOf(pathway);
        ip = List.copyOf(ip);
        peer = List.copyOf(peer);
        asn = List.copyOf(asn);
        country = List.copyOf(country);
        ja4 = List.copyOf(ja4);
        userAgent = List.copyOf(userAgent);
        if (account.isEmpty()) {
            throw new IllegalArgumentException("account names [] must not be empty");
        }
    }

    /** The names of what can be named: {@code account}, {@code end-user} and so on. */
    public static Set<String> fields() {
        return new TreeSet<>(DEFAULTS.lists().keySet());
    }

    /**
     * The defaults with some lists replaced.
     *
     * @param replaced lists by field, as {@link #fields()} names them
     * @throws IllegalArgumentException if a field is unknown
     */
    public static AttributeNames with(Map<String, List<String>> replaced) {
        Map<String, List<String>> lists = new HashMap<>(DEFAULTS.lists());
        replaced.forEach((field, names) -> {
            if (lists.replace(field, names) == null) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "attribute field %s is unknown and must be one of %s", field, fields()));
            }
        });
        return new AttributeNames(
                lists.getOrDefault("account", List.of()),
                lists.getOrDefault("organization", List.of()),
                lists.getOrDefault("key", List.of()),
                lists.getOrDefault("end-user", List.of()),
                lists.getOrDefault("pathway", List.of()),
                lists.getOrDefault("ip", List.of()),
                lists.getOrDefault("peer", List.of()),
                lists.getOrDefault("asn", List.of()),
                lists.getOrDefault("country", List.of()),
                lists.getOrDefault("ja4", List.of()),
                lists.getOrDefault("user-agent", List.of()));
    }

    private Map<String, List<String>> lists() {
        return Map.ofEntries(
                Map.entry("account", account),
                Map.entry("organization", organization),
                Map.entry("key", key),
                Map.entry("end-user", endUser),
                Map.entry("pathway", pathway),
                Map.entry("ip", ip),
                Map.entry("peer", peer),
                Map.entry("asn", asn),
                Map.entry("country", country),
                Map.entry("ja4", ja4),
                Map.entry("user-agent", userAgent));
    }
}
