package org.iolaus.service.decision;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.net.InetAddress;
import java.util.function.Function;
import org.iolaus.service.access.Problem;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON body of a request, and answers in JSON. Fields that are not known are ignored. */
public final class JsonBody {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonBody() {}

    /** Answers a request by its body, which must be an object. */
    public static HttpResponse answer(HttpRequest request, Function<JsonNode, Fields> service) {
        return HttpResponse.of(request.aggregate()
                .thenApply(whole -> ok(service.apply(parse(whole.content().array())))));
    }

    static JsonNode parse(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid("the body must be JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw Problem.invalid("the body must be a JSON object");
        }
        return node;
    }

    /** 200 with an object. */
    public static HttpResponse ok(Fields fields) {
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON, JsonText.line(fields.asMap()));
    }

    /** A field's text; null if it is absent. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Problem.invalid("field " + field + " must be a text");
        }
        return value.asString();
    }

    /** A field's text. */
    public static String required(JsonNode object, String field) {
        String text = text(object, field);
        if (text == null || text.isEmpty()) {
            throw Problem.invalid("field " + field + " is missing and must be there");
        }
        return text;
    }

    /** A textual address; null if it is absent. */
    public static @Nullable String address(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            InetAddress.ofLiteral(text);
            return text;
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(name + " \"" + text + "\" must be an IPv4 or IPv6 address");
        }
    }
}
