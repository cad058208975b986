package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The document by the rules of OpenAPI 3.1, and what the service answers by the document. */
@Timeout(120)
class OpenApiTest {
    private static final Set<String> OPERATION =
            Set.of("operationId", "summary", "description", "parameters", "requestBody", "responses");
    private static final Set<String> WITHOUT_BODY = Set.of("POST /v1/drain", "POST /v1/policy/reload");
    private static final String EXCHANGE =
            "{\"id\":\"ex-1\",\"time\":\"2026-02-23T10:00:00Z\",\"account_id\":\"a\",\"model\":\"m\",\"request\":"
                    + "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}}\n{}\n";

    @TempDir
    private static Path data;

    private static RunningService service;
    private static JsonNode document;
    private static Schemas schemas;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(data, Map.of());
        document = RunningService.json(service.send("GET", "/v1/openapi.json", service.administrator(), ""));
        schemas = new Schemas(document);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Every operation by its method and path. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new java.util.TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> operations.put(
                                each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), each.getValue())));
        return operations;
    }

    @Test
    void document_head_isOfTheVersion() {
        assertThat(document.propertyNames())
                .containsExactlyInAnyOrder("openapi", "info", "security", "paths", "components");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").isString()).isTrue();
        assertThat(document.at("/info/version").isString()).isTrue();
        assertThat(document.path("components").propertyNames())
                .isSubsetOf("schemas", "responses", "parameters", "requestBodies", "securitySchemes");
        document.path("security")
                .forEach(each -> each.propertyNames()
                        .forEach(scheme -> assertThat(document.at("/components/securitySchemes/" + scheme)
                                        .isObject())
                                .isTrue()));
    }

    @Test
    void references_allOfThem_leadSomewhere() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).hasSizeGreaterThan(100);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.asString().substring(1)).isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void details_ofRoutes_areThoseOfTheRoutesThereAre() {
        Set<String> described = new TreeSet<>();
        if (OpenApi.details().get("operations") instanceof Map<?, ?> details) {
            details.keySet().forEach(name -> described.add(String.valueOf(name)));
        }

        assertThat(described).isEqualTo(operations().keySet());
    }

    @Test
    void operations_allOfThem_sayWhatIsSentAndAnswered() {
        Set<String> identifiers = new TreeSet<>();
        operations().forEach((name, operation) -> {
            assertThat(operation.propertyNames()).as(name).isSubsetOf(OPERATION);
            assertThat(operation.path("summary").asString())
                    .as(name)
                    .isNotBlank()
                    .doesNotEndWith(".");
            assertThat(identifiers.add(operation.path("operationId").asString()))
                    .as(name)
                    .isTrue();
            boolean sends = name.startsWith("POST ") || name.startsWith("PUT ");
            if (sends && !WITHOUT_BODY.contains(name)) {
                JsonNode body = schemas.resolved(operation.path("requestBody"));
                assertThat(body.path("required").asBoolean()).as(name).isTrue();
                assertMedia(name, body.path("content"));
            }
            checkParameters(name, operation);
            checkResponses(name, operation.path("responses"));
        });
        assertThat(identifiers).contains("get_cases_id", "post_cases_id_confirm", "delete_accounts_id");
    }

    private static void checkParameters(String name, JsonNode operation) {
        List<String> inPath = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = schemas.resolved(each);
            String in = parameter.path("in").asString();
            assertThat(parameter.propertyNames())
                    .as(name)
                    .contains("name", "in", "schema")
                    .isSubsetOf("name", "in", "schema", "required", "description");
            assertThat(in).as(name).isIn("path", "query", "header");
            assertThat(seen.add(in + parameter.path("name"))).as(name).isTrue();
            if (in.equals("path")) {
                assertThat(parameter.path("required").asBoolean()).as(name).isTrue();
                inPath.add("{" + parameter.path("name").asString() + "}");
            }
        }
        assertThat(inPath)
                .as(name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(name.split("/", -1))
                        .filter(part -> part.startsWith("{"))
                        .toList());
    }

    private static void checkResponses(String name, JsonNode responses) {
        assertThat(responses.propertyNames())
                .as(name)
                .contains("401", "403", "429", "default")
                .anyMatch(status -> status.startsWith("2"))
                .allMatch(status -> status.matches("[2-5][0-9][0-9]|default"));
        responses.properties().forEach(each -> {
            JsonNode response = schemas.resolved(each.getValue());
            assertThat(response.propertyNames())
                    .as(name)
                    .contains("description")
                    .isSubsetOf("description", "content", "headers");
            if (response.has("content")) {
                assertMedia(name, response.path("content"));
            }
            boolean refusal = each.getKey().equals("default") || each.getKey().startsWith("4");
            assertThat(!refusal || response.path("content").has("application/problem+json"))
                    .as(name + " " + each.getKey())
                    .isTrue();
        });
    }

    private static void assertMedia(String name, JsonNode content) {
        assertThat(content.isEmpty()).as(name).isFalse();
        content.forEach(media -> assertThat(media.propertyNames()).as(name).containsExactly("schema"));
    }

    @Test
    void schemas_allOfThem_useKnownWordsAndRequireWhatTheyName() {
        List<JsonNode> all = new ArrayList<>();
        document.findValues("schema").forEach(each -> nested(each, all));
        document.at("/components/schemas").forEach(each -> nested(each, all));

        assertThat(all).hasSizeGreaterThan(200);
        for (JsonNode schema : all) {
            assertThat(schema.propertyNames()).isSubsetOf(Schemas.KEYWORDS);
            assertThat(schema.has("$ref") && schema.size() > 1)
                    .as("beside a reference: %s", schema)
                    .isFalse();
            schema.path("required")
                    .forEach(name -> assertThat(schema.path("properties").has(name.asString()))
                            .as("%s in %s", name, schema)
                            .isTrue());
        }
    }

    private static void nested(JsonNode schema, List<JsonNode> all) {
        all.add(schema);
        schema.path("properties").forEach(each -> nested(each, all));
        schema.path("allOf").forEach(each -> nested(each, all));
        if (schema.has("items")) {
            nested(schema.path("items"), all);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/status, /v1/status",
        "GET, /v1/policy, /v1/policy",
        "POST, /v1/policy/reload, /v1/policy/reload",
        "GET, /v1/policy/explain, /v1/policy/explain?account_id=a",
        "GET, /v1/programmes/{account_id}, /v1/programmes/a",
        "GET, /v1/decisions, /v1/decisions?account_id=a&end_user_id=e",
        "GET, /v1/decisions/stream, /v1/decisions/stream?startup=true",
        "GET, /v1/decisions/shadow, /v1/decisions/shadow",
        "GET, /v1/cases, /v1/cases?state=open&limit=5",
        "GET, /v1/appeals, /v1/appeals?state=open",
        "GET, /v1/alerts, /v1/alerts?state=dead",
        "GET, /v1/audit/heads, /v1/audit/heads",
        "GET, /v1/keys, /v1/keys"
    })
    void answer_ofARoute_fitsItsSchema(String method, String path, String asked) throws Exception {
        assertFits(method + " " + path, service.send(method, asked, service.administrator(), ""));
    }

    @Test
    void answers_toBodies_fitTheirSchemas() throws Exception {
        String key = service.administrator();
        assertFits("POST /v1/exchanges", service.send("POST", "/v1/exchanges", key, EXCHANGE));
        assertFits(
                "POST /v1/decisions",
                service.send("POST", "/v1/decisions", key, "{\"lookups\":[{\"account_id\":\"a\"}]}"));
        assertFits("POST /v1/signups", service.send("POST", "/v1/signups", key, "{\"account_id\":\"new\"}"));
        assertFits(
                "PUT /v1/accounts/{id}/hold",
                service.send(
                        "PUT",
                        "/v1/accounts/held/hold",
                        key,
                        "{\"reason\":\"Court.\",\"until\":\"2999-01-01T00:00:00Z\"}"));
        assertFits(
                "DELETE /v1/accounts/{id}",
                service.send("DELETE", "/v1/accounts/gone", key, "{\"reason\":\"Asked for.\"}"));
        HttpResponse<String> made = service.send("POST", "/v1/keys", key, "{\"name\":\"n\",\"scopes\":[\"decide\"]}");
        assertFits("POST /v1/keys", made);
        String id = RunningService.json(made).path("id").asString();
        assertFits("DELETE /v1/keys/{id}", service.send("DELETE", "/v1/keys/" + id, key, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases/none", "/v1/cases?state=odd", "/v1/decisions", "/v1/cases?limit=x"})
    void refusal_fitsTheProblemDocument(String asked) throws Exception {
        HttpResponse<String> refused = service.send("GET", asked, service.administrator(), "");

        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(schemas.faults(document.at("/components/schemas/problem"), RunningService.json(refused)))
                .isEmpty();
    }

    @Test
    void faults_ofAWrongAnswer_areFound() {
        JsonNode schema = document.at("/components/schemas/problem");

        assertThat(schemas.faults(schema, document)).isNotEmpty();
    }

    private static void assertFits(String name, HttpResponse<String> answer) {
        JsonNode operation = operations().get(name);
        JsonNode response = schemas.resolved(
                operation == null ? document : operation.path("responses").path(String.valueOf(answer.statusCode())));

        assertThat(response.has("description"))
                .as("%s %s", answer.statusCode(), answer.body())
                .isTrue();
        assertThat(schemas.faults(response.at("/content/application~1json/schema"), RunningService.json(answer)))
                .as(answer.body())
                .isEmpty();
    }
}
