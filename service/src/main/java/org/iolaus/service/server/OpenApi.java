package org.iolaus.service.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.service.access.Route;
import org.iolaus.service.findings.JsonText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document of the routes (OpenAPI 3.1.0). Path, scope and summary are the routes' own; what is sent and
 * answered stands in {@code openapi.yaml}.
 */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final Map<String, String> PROBLEM = Map.of("$ref", "#/components/responses/problem");

    private final Map<?, ?> operations;
    private final Object components;

    private OpenApi(Map<?, ?> details) {
        operations = map(details.get("operations"));
        Map<String, Object> made = new LinkedHashMap<>();
        made.put(
                "securitySchemes",
                new TreeMap<>(Map.of(
                        "bearer", Map.of("type", "http", "scheme", "bearer"),
                        "key", Map.of("type", "apiKey", "in", "header", "name", "X-Api-Key"))));
        map(details.get("components")).forEach((name, value) -> made.put(String.valueOf(name), value));
        components = made;
    }

    static String of(List<Route> routes, String version) {
        return new OpenApi(details()).document(routes, version);
    }

    /** What {@code openapi.yaml} says. */
    static Map<?, ?> details() {
        try (InputStream packed = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            if (packed == null) {
                throw new IllegalStateException("openapi.yaml must be packed with the service");
            }
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(packed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String document(List<Route> routes, String version) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new TreeMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Iolaus");
        info.put("version", version);
        info.put("license", new TreeMap<>(Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info);
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("key", List.of())));
        document.put("paths", paths);
        document.put("components", components);
        return JsonText.pretty(document) + "\n";
    }

    private Map<String, Object> operation(Route route) {
        Map<?, ?> details = map(operations.get(route.method() + " " + route.path()));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", identifier(route));
        operation.put("summary", route.summary());
        operation.put(
                "description", "Needs a key with the scope " + route.scope().label() + ".");
        List<Object> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(route.path());
        while (matcher.find()) {
            Map<String, Object> parameter = new LinkedHashMap<>();
            parameter.put("name", matcher.group(1));
            parameter.put("in", "path");
            parameter.put("required", true);
            parameter.put("schema", Map.of("$ref", "#/components/schemas/identifier"));
            parameters.add(parameter);
        }
        if (details.get("parameters") instanceof List<?> more) {
            parameters.addAll(more);
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (details.get("requestBody") instanceof Map<?, ?> body) {
            operation.put("requestBody", body);
        }
        operation.put("responses", responses(map(details.get("responses"))));
        return operation;
    }

    private static Map<String, Object> responses(Map<?, ?> own) {
        Map<String, Object> responses = new TreeMap<>();
        for (String refused : List.of("401", "403", "429", "default")) {
            responses.put(refused, PROBLEM);
        }
        own.forEach((status, response) -> responses.put(String.valueOf(status), response));
        return responses;
    }

    /** Such as {@code post_cases_id_confirm}. */
    private static String identifier(Route route) {
        String path = route.path().replaceFirst("^/v1", "").replaceAll("[^A-Za-z0-9]+", "_");
        return (route.method() + path).toLowerCase(Locale.ROOT).replaceFirst("_$", "");
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
