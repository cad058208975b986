package org.iolaus.service.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.ingest.enrich.DomainList;
import org.iolaus.service.policy.RegionRules.Source;

/** Reads a policy from YAML as docs/policy.md describes it. A policy is read whole or refused whole. */
public final class PolicyReader {
    private static final String VERSION = "1";

    private final Path folder;

    private PolicyReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file; lists that it names are relative to it.
     *
     * @throws IOException if it or a list cannot be read
     * @throws PolicyException if it breaks a rule
     */
    public static Policy read(Path file) throws IOException {
        return parse(Files.readString(file), file.toAbsolutePath().resolveSibling(""));
    }

    /**
     * Reads a text.
     *
     * @param folder where lists lie that it names
     * @throws IOException if a list cannot be read
     * @throws PolicyException if it breaks a rule
     */
    public static Policy parse(String text, Path folder) throws IOException {
        PolicyReader reader = new PolicyReader(folder);
        Draft draft = Setting.parse(text).read(setting -> reader.draft(setting, digest(text)));
        return new Policy(
                draft.terms,
                draft.allowances,
                draft.rules,
                Regions.open(draft.regions),
                DomainList.read(draft.terms.signups().disposableDomains()));
    }

    private record Draft(PolicyTerms terms, List<Allowance> allowances, RegionRules regions, List<Rule> rules) {}

    private Draft draft(Setting setting, String digest) {
        if (!setting.text("version").equals(VERSION)) {
            throw setting.wrong("version", "must be " + VERSION);
        }
        Duration duration = setting.duration("duration", Duration.ofDays(7));
        PolicyTerms terms = new PolicyTerms(
                digest,
                setting.choice("mode", Mode.SHADOW),
                setting.text("appeal"),
                setting.duration("lapse", Duration.ofHours(24)),
                Set.copyOf(setting.texts("sanctioned_use")),
                setting.map("programmes").read(PolicyReader::programmes),
                setting.map("signups").read(this::signups));
        List<Allowance> allowances = setting.maps("allow").stream()
                .map(each -> each.read(PolicyReader::allowance))
                .toList();
        RegionRules regions = setting.map("regions").read(this::regions);
        return new Draft(terms, allowances, regions, rules(setting, duration));
    }

    private static Map<Account.Type, Programme> programmes(Setting setting) {
        Map<Account.Type, Programme> programmes = new TreeMap<>();
        for (String key : setting.keys()) {
            Account.Type type = setting.choice(key, key, Account.Type.class);
            programmes.put(
                    type, setting.map(key).read(each -> new Programme(each.duration("valid", Duration.ofDays(365)))));
        }
        return programmes;
    }

    private SignupRules signups(Setting setting) {
        SignupRules standard = SignupRules.DEFAULT;
        return new SignupRules(
                setting.choice("baseline", standard.baseline()),
                setting.choice("disposable_domain", standard.disposableDomain()),
                setting.choice("campaign_payment", standard.campaignPayment()),
                setting.choice("campaign_address", standard.campaignAddress()),
                setting.choice("burst", standard.burst()),
                setting.choice("automation", standard.automation()),
                setting.number("false_rate", standard.falseRate()),
                files(setting, "disposable_domains"));
    }

    private static Allowance allowance(Setting setting) {
        return new Allowance(
                setting.textOrNull("account"),
                setting.textOrNull("end_user"),
                setting.textOrNull("organization"),
                setting.time("until"),
                setting.text("reason"));
    }

    private RegionRules regions(Setting setting) {
        return new RegionRules(
                setting.choice("mode", Mode.SHADOW),
                countries(setting, "supported"),
                countries(setting, "unsupported"),
                setting.choices("consider", Source.class),
                setting.choice("action", Action.RESTRICT),
                setting.has("geoip") ? folder.resolve(setting.text("geoip")) : null,
                files(setting, "proxy_lists"),
                setting.choice("proxy_action", Action.ALLOW));
    }

    private static Set<String> countries(Setting setting, String key) {
        Set<String> countries = new HashSet<>(setting.texts(key));
        Set<String> known = Set.of(Locale.getISOCountries());
        for (String country : countries) {
            if (!known.contains(country)) {
                throw new IllegalArgumentException(
                        key + " " + country + " must be a country in two capital letters, as ISO 3166-1 names it");
            }
        }
        return countries;
    }

    private List<Path> files(Setting setting, String key) {
        return setting.texts(key).stream().map(folder::resolve).toList();
    }

    private static List<Rule> rules(Setting setting, Duration duration) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Setting each : setting.maps("rules")) {
            Rule rule = each.read(one -> rule(one, duration));
            if (!names.add(rule.name())) {
                throw each.wrong("name", "must be that of one rule only");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(Setting setting, Duration duration) {
        return new Rule(
                setting.text("name"),
                new Conditions(
                        setting.choices("verdict", Verdict.class),
                        setting.flagOrNull("confirmed"),
                        setting.choices("account_type", Account.Type.class),
                        Set.copyOf(setting.texts("plan")),
                        setting.choices("verification", Verification.class),
                        setting.choices("region", Region.class),
                        Set.copyOf(setting.texts("pathway")),
                        setting.choices("programme", ProgrammeState.class)),
                setting.choice("action", setting.text("action"), Action.class),
                setting.choice("mode", Mode.SHADOW),
                setting.duration("duration", duration),
                setting.has("budget") ? setting.map("budget").read(PolicyReader::budget) : null);
    }

    private static Budget budget(Setting setting) {
        return new Budget(setting.whole("requests"), setting.duration("per", Duration.ofMinutes(1)));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
