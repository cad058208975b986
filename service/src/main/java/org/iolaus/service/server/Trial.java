package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.review.ReviewDesk;
import org.iolaus.service.store.StoreConfig;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A configured service made ready to be tried: it takes, judges and decides by the same settings, with the policy in force,
 * in a folder of its own on a free port of this machine. It reads no sources, sends no alerts, reaches no database but its
 * own, and has its own secrets, so it touches nothing of the configured service.
 */
public final class Trial {
    private static final String POLICY = "policy.yaml";
    private static final String ENFORCE = "enforce";
    /** What speaks of named accounts, of regions or of sign-ups says nothing of whether campaigns are refused. */
    private static final Set<String> LEFT_OUT = Set.of("allow", "regions", "signups");

    private Trial() {}

    /**
     * Writes the policy into the folder and gives the settings.
     *
     * @param folder new or empty
     * @throws InvalidConfiguration if the policy is none
     */
    public static LiveServiceConfig of(LiveServiceConfig config, Path folder) throws IOException {
        Path policy = folder.resolve(POLICY);
        Files.writeString(policy, enforced(policyText(config)));
        return new LiveServiceConfig(
                folder,
                config.server().onLoopback(),
                config.intake(),
                config.maxInFlightBytes(),
                config.enrichment(),
                config.engine(),
                config.log(),
                config.snapshot(),
                config.detector(),
                null,
                StoreConfig.embedded(folder),
                new DecisionConfig(policy, null, config.decision().gateway()),
                new SourceConfig(List.of(), List.of()),
                ReviewDesk.Config.DEFAULT,
                null,
                config.without());
    }

    private static String policyText(LiveServiceConfig config) throws IOException {
        @Nullable Path given = config.decision().policy();
        Path file = given == null ? config.data().resolve(POLICY) : given;
        if (given != null || Files.exists(file)) {
            return Files.readString(file);
        }
        try (InputStream example = Trial.class.getResourceAsStream(POLICY)) {
            if (example == null) {
                throw new IllegalStateException("the example of a policy must be packed with the service");
            }
            return new String(example.readAllBytes(), UTF_8);
        }
    }

    /** The policy with every rule in force. */
    static String enforced(String policy) {
        Object loaded;
        try {
            loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(policy);
        } catch (YAMLException e) {
            throw new InvalidConfiguration("policy is no YAML: " + e.getMessage());
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new InvalidConfiguration("policy must hold named settings");
        }
        Map<Object, Object> enforced = new LinkedHashMap<>(map);
        enforced.keySet().removeIf(LEFT_OUT::contains);
        enforced.put("mode", ENFORCE);
        if (map.get("rules") instanceof List<?> rules) {
            List<Object> inForce = new ArrayList<>();
            rules.forEach(rule -> inForce.add(rule instanceof Map<?, ?> one ? inForce(one) : rule));
            enforced.put("rules", inForce);
        }
        return new Yaml().dump(enforced);
    }

    private static Map<Object, Object> inForce(Map<?, ?> rule) {
        Map<Object, Object> inForce = new LinkedHashMap<>(rule);
        inForce.put("mode", ENFORCE);
        return inForce;
    }
}
