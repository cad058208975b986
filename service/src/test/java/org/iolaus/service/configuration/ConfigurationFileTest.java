package org.iolaus.service.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
    private static Object read(String yaml, Map<String, String> environment, Function<Section, Object> reader) {
        return ConfigurationFile.parse(yaml, environment, root -> {
            Section server = root.section("server");
            Object read = reader.apply(server);
            server.done();
            return read;
        });
    }

    private static String refusal(String yaml, Map<String, String> environment) {
        try {
            read(yaml, environment, server -> server.count("port", 1));
        } catch (InvalidConfiguration e) {
            return String.valueOf(e.getMessage());
        }
        return "taken";
    }

    @Test
    void count_inFile_isRead() {
        assertThat(read("server:\n  port: 99\n", Map.of(), server -> server.count("port", 1)))
                .isEqualTo(99);
    }

    @Test
    void count_inEnvironmentToo_isTakenFromThere() {
        assertThat(read("server:\n  port: 99\n", Map.of("IOLAUS_SERVER_PORT", "7"), server -> server.count("port", 1)))
                .isEqualTo(7);
    }

    @Test
    void count_nowhere_isTheDefault() {
        assertThat(read("", Map.of(), server -> server.count("port", 1))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"10m,600", "90d,7776000", "2h,7200", "5s,5", "PT1M30S,90"})
    void duration_asPeopleWriteIt_isRead(String written, long seconds) {
        assertThat(read("server:\n  wait: " + written, Map.of(), server -> server.duration("wait", Duration.ZERO)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"64m,67108864", "1k,1024", "12,12", "2G,2147483648"})
    void bytes_asPeopleWriteThem_areRead(String written, long bytes) {
        assertThat(read("server:\n  size: " + written, Map.of(), server -> server.bytes("size", 0)))
                .isEqualTo(bytes);
    }

    @Test
    void texts_inEnvironment_areSeparatedByCommas() {
        assertThat(read("", Map.of("IOLAUS_SERVER_NAMES", "a, b"), server -> server.texts("names")))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void setting_withHyphen_isGivenWithAnUnderscore() {
        assertThat(read(
                        "server:\n  user-agent: [a]\n",
                        Map.of("IOLAUS_SERVER_USER_AGENT", "b"),
                        server -> server.texts("user-agent")))
                .isEqualTo(List.of("b"));
    }

    @Test
    void setting_unknown_isRefusedByItsPath() {
        assertThat(refusal("server:\n  prot: 99\n", Map.of()))
                .contains("setting server.prot is unknown")
                .contains("port");
    }

    @Test
    void section_unknown_isRefused() {
        assertThat(refusal("sever:\n  port: 99\n", Map.of())).contains("setting sever is unknown");
    }

    @Test
    void variable_unknownInAKnownSection_isRefused() {
        assertThat(refusal("", Map.of("IOLAUS_SERVER_PROT", "7"))).contains("IOLAUS_SERVER_PROT");
    }

    @Test
    void variable_ofSomethingElse_isLeftAlone() {
        assertThat(refusal("", Map.of("IOLAUS_JAVA_OPTS", "-Xmx1g", "PATH", "/bin")))
                .isEqualTo("taken");
    }

    @Test
    void count_notANumber_isRefusedWithNameValueAndRule() {
        assertThat(refusal("server:\n  port: many\n", Map.of())).contains("server.port many must be a whole number");
    }

    @Test
    void name_twice_isRefused() {
        assertThat(refusal("server:\n  port: 1\n  port: 2\n", Map.of())).contains("no YAML");
    }

    @Test
    void file_missing_isRefused() {
        assertThatThrownBy(() -> ConfigurationFile.read(java.nio.file.Path.of("missing.yaml"), Map.of(), root -> 1))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("missing.yaml does not exist");
    }
}
