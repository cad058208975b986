package org.iolaus.service.server;

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

/** The OpenAPI document of the routes. */
final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private OpenApi() {}

    static String of(List<Route> routes, String version) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new TreeMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Iolaus",
                        "version",
                        version,
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("key", List.of())));
        document.put("paths", paths);
        document.put("components", components());
        return JsonText.pretty(document) + "\n";
    }

    private static Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        operation.put(
                "description", "Needs a key with the scope " + route.scope().label() + ".");
        List<Object> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(route.path());
        while (matcher.find()) {
            parameters.add(Map.of(
                    "name", matcher.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        operation.put(
                "responses",
                Map.of(
                        "2XX",
                        Map.of("description", "done"),
                        "default",
                        Map.of("$ref", "#/components/responses/problem")));
        return operation;
    }

    private static Map<String, Object> components() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> problem = Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail"),
                "properties",
                new TreeMap<>(
                        Map.of("type", text, "title", text, "status", Map.of("type", "integer"), "detail", text)));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put(
                "securitySchemes",
                new TreeMap<>(Map.of(
                        "bearer", Map.of("type", "http", "scheme", "bearer"),
                        "key", Map.of("type", "apiKey", "in", "header", "name", "X-Api-Key"))));
        components.put("schemas", Map.of("problem", problem));
        components.put(
                "responses",
                Map.of(
                        "problem",
                        Map.of(
                                "description",
                                "refused (RFC 9457)",
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))))));
        return components;
    }
}
