package org.iolaus.service.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is offered, as an operator states it. Countries are ISO 3166-1 alpha-2.
 *
 * @param mode whether it is enforced
 * @param supported where it is offered; empty for everywhere but {@code unsupported}
 * @param unsupported where it is not offered; empty if {@code supported} says where it is
 * @param consider which countries of an account count
 * @param action what is done outside
 * @param geoip MaxMind database of countries for addresses, or null
 * @param proxyLists lists of address ranges that tell no region
 * @param proxyAction what is done with requests from those
 */
public record RegionRules(
        Mode mode,
        Set<String> supported,
        Set<String> unsupported,
        Set<Source> consider,
        Action action,
        @Nullable Path geoip,
        List<Path> proxyLists,
        Action proxyAction) {
    /** Everywhere. */
    public static final RegionRules NONE =
            new RegionRules(Mode.SHADOW, Set.of(), Set.of(), Set.of(), Action.RESTRICT, null, List.of(), Action.ALLOW);

    /** Which country. */
    public enum Source {
        /** That of the request's address, if the gateway hands it on, and of the address at sign-up. */
        ADDRESS,
        PAYMENT,
        SIGNUP
    }

    public RegionRules {
        supported = Set.copyOf(supported);
        unsupported = Set.copyOf(unsupported);
        consider = Set.copyOf(consider);
        proxyLists = List.copyOf(proxyLists);
        if (!supported.isEmpty() && !unsupported.isEmpty()) {
            throw new IllegalArgumentException("regions must have supported or unsupported, and not both");
        }
        for (Action each : List.of(action, proxyAction)) {
            if (each == Action.THROTTLE) {
                throw new IllegalArgumentException("regions: action throttle must not be used; it budgets campaigns");
            }
        }
    }

    /** Whether it is offered in a country. */
    Region region(@Nullable String country) {
        if (country == null) {
            return Region.UNKNOWN;
        }
        boolean offered = supported.isEmpty() ? !unsupported.contains(country) : supported.contains(country);
        return offered ? Region.SUPPORTED : Region.UNSUPPORTED;
    }
}
