package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.iolaus.service.configuration.ConfigurationFile;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The reference file names every setting that the reader asks for, and every default. */
class ReferenceConfigTest {
    private static final String STRANGER = "stranger";
    private static final Pattern OFF = Pattern.compile("(?m)^( *)#( *(?:- )?[a-z][a-z_-]*:(?: [^\\s].*)?)$");

    private final String reference = LiveServiceConfig.reference();
    private final String all = OFF.matcher(reference).replaceAll("$1$2");

    @Test
    void reference_asItIs_isTheDefaults() {
        assertThat(ConfigurationFile.parse(reference, Map.of(), LiveServiceConfig::of))
                .isEqualTo(LiveServiceConfig.read(null, Map.of()));
    }

    @Test
    void reference_packed_isTheDocumentedFile() throws Exception {
        assertThat(reference).isEqualTo(Files.readString(Path.of("../docs/examples/iolaus.yaml")));
    }

    @Test
    void reference_withEverySettingOn_isRead() {
        LiveServiceConfig config = read(new Yaml().load(all));

        assertThat(config.server().certificate()).isNotNull();
        assertThat(config.hashKey()).isNotNull();
        assertThat(config.sources().topics()).hasSize(1);
        assertThat(config.sources().files()).hasSize(1);
    }

    @Test
    void setting_unknown_isRefusedWithItsPathAndAllNamesInThatPlaceStandInTheFile() {
        List<String> places = new ArrayList<>();
        collect("", new Yaml().load(all), places);
        assertThat(places).contains("", "server.tls", "intake.attributes", "sources.kafka[0]", "decision.gateway");

        for (String place : places) {
            Map<String, Object> tree = new Yaml().load(all);
            Map<String, Object> section = at(tree, place);
            Set<String> written = new TreeSet<>(section.keySet());
            section.put(STRANGER, "x");

            Throwable refusal = catchThrowable(() -> read(tree));

            assertThat(refusal).as(place).isInstanceOf(InvalidConfiguration.class);
            assertThat(refusal.getMessage())
                    .contains("setting " + (place.isEmpty() ? "" : place + ".") + STRANGER + " is unknown")
                    .contains("known here are " + String.join(", ", written) + "\n");
        }
    }

    @Test
    void setting_withoutItsPartner_isRefused() {
        assertThatThrownBy(
                        () -> ConfigurationFile.parse("server: {tls: {key: k.pem}}", Map.of(), LiveServiceConfig::of))
                .hasMessageContaining("server.tls.certificate");
    }

    private static LiveServiceConfig read(Map<String, Object> tree) {
        return ConfigurationFile.parse(new Yaml().dump(tree), Map.of(), LiveServiceConfig::of);
    }

    private static void collect(String place, Object value, List<String> places) {
        if (value instanceof Map<?, ?> map) {
            places.add(place);
            map.forEach((name, each) -> collect(place.isEmpty() ? name.toString() : place + "." + name, each, places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(place + "[" + i + "]", list.get(i), places);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> tree, String place) {
        Object found = tree;
        for (String step : place.isEmpty() ? new String[0] : place.split("[.\\[]", -1)) {
            Object next = step.endsWith("]")
                    ? ((List<Object>) found).get(Integer.parseInt(step.replace("]", "")))
                    : ((Map<String, Object>) found).get(step);
            found = Objects.requireNonNull(next);
        }
        return (Map<String, Object>) found;
    }
}
