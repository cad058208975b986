package org.iolaus.ingest.shape;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells the shape of JSON by the fields of its first record, which may be cut off, or be the first of an array. */
public final class FirstRecord {
    private static final Set<String> OTLP = Set.of("resourceSpans", "resourceLogs");
    private static final Set<String> LITELLM = Set.of("call_type", "model_parameters", "model_group");
    private static final String BEDROCK = "ModelInvocationLog";
    private static final JsonFactory JSON = new JsonFactory();

    private FirstRecord() {}

    /** The shape of the first record in {@code [from, to)}, or null if it cannot be told. */
    public static @Nullable Shape shape(byte[] bytes, int from, int to) {
        Set<String> fields = new HashSet<>();
        boolean bedrock = false;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            JsonToken token = parser.nextToken();
            token = token == JsonToken.START_ARRAY ? parser.nextToken() : token;
            if (token != JsonToken.START_OBJECT) {
                return null;
            }
            for (token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
                String field = parser.currentName();
                fields.add(field);
                boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
                boolean telling = field.equals("schemaType") || field.equals("message");
                bedrock |= telling && text && parser.getString().contains(BEDROCK);
                bedrock |= field.equals("logEvents");
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // The fields up to here say enough, or nothing does.
        }
        return shape(fields, bedrock);
    }

    private static @Nullable Shape shape(Set<String> fields, boolean bedrock) {
        if (fields.stream().anyMatch(OTLP::contains)) {
            return Shape.OTLP_JSON;
        }
        if (bedrock) {
            return Shape.BEDROCK;
        }
        if (fields.contains("startTime") && fields.stream().anyMatch(LITELLM::contains)) {
            return Shape.LITELLM;
        }
        return fields.contains("account_id") ? Shape.EXCHANGES : null;
    }
}
