package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the dashboard for operators say what a running service says of itself. */
class OperatingDocumentsTest {
    private static final Path DOCS = Path.of("../docs");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern METRIC = Pattern.compile("\\b(?:iolaus|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern ROUTE = Pattern.compile("(?m)^\\| `([A-Z]+ /\\S+)` \\| (\\w+) \\| (.*) \\|$");
    private static final Pattern SCOPE = Pattern.compile("scope (\\w+)");
    private static final Set<String> UNSCOPED = Set.of("any", "none");

    @TempDir
    private static Path data;

    private static LiveService service;

    @BeforeAll
    static void start() throws Exception {
        LiveServiceConfig config =
                LiveServiceConfig.read(null, Map.of("IOLAUS_DATA", data.toString(), "IOLAUS_SERVER_PORT", "0"));
        service = LiveService.start(config, Map.of(), InstantSource.system(), new SecureRandom(), "test");
        service.ready().get();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void metrics_inTheDashboard_areExported() throws Exception {
        Set<String> named = new TreeSet<>();
        for (JsonNode panel : dashboard().path("panels")) {
            panel.path("targets")
                    .forEach(target -> named.addAll(metrics(target.path("expr").asString())));
        }

        assertThat(named).isNotEmpty();
        assertThat(exported()).containsAll(named);
    }

    @Test
    void panels_ofTheDashboard_haveAnIdentifierEach() throws Exception {
        List<Integer> identifiers = new ArrayList<>();
        dashboard()
                .path("panels")
                .forEach(panel -> identifiers.add(panel.path("id").asInt()));

        assertThat(identifiers).isNotEmpty().doesNotHaveDuplicates().doesNotContain(0);
    }

    @Test
    void metrics_inTheManual_areThoseExported() throws Exception {
        Set<String> ours = new TreeSet<>();
        for (String name : exported()) {
            if (name.startsWith("iolaus_")) {
                ours.add(name.replaceFirst("(_duration_seconds|_length)_(bucket|count|sum|max)$", "$1"));
            }
        }
        Set<String> documented = new TreeSet<>();
        Matcher row =
                Pattern.compile("(?m)^\\| `(iolaus_\\w+)` \\|").matcher(Files.readString(DOCS.resolve("operate.md")));
        while (row.find()) {
            documented.add(row.group(1));
        }

        assertThat(documented).isEqualTo(ours);
    }

    @Test
    void routes_inTheManual_areThoseOfTheDocument() throws Exception {
        List<String> documented = new ArrayList<>();
        Matcher row = ROUTE.matcher(Files.readString(DOCS.resolve("api.md")));
        while (row.find()) {
            if (!UNSCOPED.contains(row.group(2))) {
                documented.add(row.group(1) + " " + row.group(2) + " " + row.group(3));
            }
        }

        assertThat(documented).containsExactlyInAnyOrderElementsOf(routes());
    }

    private static List<String> routes() throws IOException, InterruptedException {
        List<String> routes = new ArrayList<>();
        MAPPER.readTree(send("GET", "/v1/openapi.json"))
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Matcher scope = SCOPE.matcher(
                            operation.getValue().path("description").asString());
                    assertThat(scope.find()).isTrue();
                    routes.add(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey() + " "
                            + scope.group(1) + " "
                            + operation.getValue().path("summary").asString());
                }));
        return routes;
    }

    /** What is exported once there have been requests. */
    private static Set<String> exported() throws IOException, InterruptedException {
        send("GET", "/v1/decisions?account_id=acct-1");
        send("POST", "/v1/exchanges");
        Set<String> exported = new TreeSet<>();
        for (String line : send("GET", "/metrics").lines().toList()) {
            Matcher name = Pattern.compile("^[a-z0-9_]+").matcher(line);
            if (name.find()) {
                exported.add(name.group());
            }
        }
        return exported;
    }

    private static Set<String> metrics(String expression) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = METRIC.matcher(expression);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private static JsonNode dashboard() throws IOException {
        return MAPPER.readTree(Files.readString(DOCS.resolve("examples/grafana.json")));
    }

    private static String send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("X-Api-Key", Files.readString(data.resolve("local.key")).strip())
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
