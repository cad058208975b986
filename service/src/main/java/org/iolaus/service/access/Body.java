package org.iolaus.service.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON object of a request, field by field. A field that breaks its rule is a {@link Problem}, and so is one that
 * nobody knows.
 */
public final class Body {
    private static final int MAX_DEPTH = 10;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Map<?, ?> fields;

    private Body(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** Reads an object; nothing at all is an empty one. */
    static Body parse(byte[] content, Set<String> known) {
        if (content.length == 0) {
            return new Body(Map.of());
        }
        try {
            return of("body", MAPPER.readValue(content, Object.class), known);
        } catch (JacksonException e) {
            throw Problem.invalid("body must be a JSON object: " + e.getOriginalMessage());
        }
    }

    /** JSON that this service wrote itself, as an object to be written again; null for null. */
    public static @Nullable Object parsed(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, Object.class);
    }

    private static Body of(String name, @Nullable Object value, Set<String> known) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw Problem.invalid(name + " must be a JSON object");
        }
        for (Object field : fields.keySet()) {
            if (!known.contains(String.valueOf(field))) {
                throw Problem.invalid("field " + field + " is unknown\nMaybe one of "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
            }
        }
        return new Body(fields);
    }

    /** A text that must be there. */
    public String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw Problem.invalid("field " + name + " must be given");
        }
        return text;
    }

    public @Nullable String textOrNull(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Problem.invalid("field " + name + " must be a text");
    }

    /** A time in RFC 3339, or null. */
    public @Nullable Instant timeOrNull(String name) {
        String text = textOrNull(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("field " + name + " " + text + " must be a time such as 2026-03-01T10:00:00Z");
        }
    }

    /** True or false; false if it is not there. */
    public boolean flag(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw Problem.invalid("field " + name + " must be true or false");
    }

    /** Texts in an array; none if it is not there. */
    public List<String> texts(String name) {
        return array(name).stream()
                .map(each -> {
                    if (each instanceof String text) {
                        return text;
                    }
                    throw Problem.invalid("field " + name + " must hold texts");
                })
                .toList();
    }

    /** Objects in an array, with the fields that each may have; none if it is not there. */
    public List<Body> objects(String name, Set<String> known) {
        return array(name).stream()
                .map(each -> of("each of " + name, each, known))
                .toList();
    }

    private List<?> array(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw Problem.invalid("field " + name + " must be an array");
    }
}
