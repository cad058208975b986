package org.iolaus.service.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.iolaus.service.policy.RegionRules.Source;
import org.jspecify.annotations.Nullable;

/** Tells whether the service is offered where an account or an address is. Immutable; all lists are in memory. */
public final class Regions {
    private final RegionRules rules;
    private final Enrichment addresses;

    private Regions(RegionRules rules, Enrichment addresses) {
        this.rules = rules;
        this.addresses = addresses;
    }

    /**
     * Reads the lists that the rules name.
     *
     * @throws IOException if one cannot be read
     */
    static Regions open(RegionRules rules) throws IOException {
        return new Regions(
                rules,
                Enrichment.open(new EnrichmentConfig(rules.geoip(), null, List.of(), rules.proxyLists(), List.of())));
    }

    public RegionRules rules() {
        return rules;
    }

    /** Whether requests' own addresses matter. */
    public boolean considersAddresses() {
        return rules.consider().contains(Source.ADDRESS)
                && (rules.geoip() != null || !rules.proxyLists().isEmpty());
    }

    /** Unsupported if any country that counts is; unknown if none is known. */
    Region of(@Nullable Account account) {
        if (account == null) {
            return Region.UNKNOWN;
        }
        List<Region> regions = new ArrayList<>();
        if (rules.consider().contains(Source.PAYMENT)) {
            regions.add(rules.region(account.paymentCountry()));
        }
        if (rules.consider().contains(Source.SIGNUP)) {
            regions.add(rules.region(account.signupCountry()));
        }
        if (rules.consider().contains(Source.ADDRESS) && account.signupIp() != null && !proxy(account.signupIp())) {
            regions.add(rules.region(addresses.country(account.signupIp())));
        }
        if (regions.contains(Region.UNSUPPORTED)) {
            return Region.UNSUPPORTED;
        }
        return regions.contains(Region.SUPPORTED) ? Region.SUPPORTED : Region.UNKNOWN;
    }

    /** What the rules say of an account, by its own countries. */
    Judgement judge(Region region) {
        return region == Region.UNSUPPORTED ? refusal() : Judgement.NOTHING;
    }

    /**
     * What the rules say of a request's address.
     *
     * @param ip textual address, already validated
     */
    Judgement judgeAddress(String ip) {
        if (proxy(ip)) {
            return new Judgement(
                    rules.proxyAction(), ReasonCode.REGION_UNKNOWN, "regions.proxy_action", Judgement.LONG, null);
        }
        return judge(rules.region(addresses.country(ip)));
    }

    private boolean proxy(String ip) {
        return !rules.proxyLists().isEmpty()
                && addresses.kind(new Network(ip, 0, null, null, null)) != NetworkKind.UNKNOWN;
    }

    private Judgement refusal() {
        return new Judgement(rules.action(), ReasonCode.REGION_UNSUPPORTED, "regions", Judgement.LONG, null);
    }
}
