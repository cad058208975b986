package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Message.Role;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.parse.JsonTree.Fields;
import org.jspecify.annotations.Nullable;

/** The slow exact reference of {@link ExchangeParser}: Jackson, a tree, and the rules once more in plain words. */
final class ReferenceExchanges {
    private static final Set<String> TEXT_KINDS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGE_KINDS = Set.of("image", "image_url", "input_image");
    private static final Set<String> TOOL_KINDS = Set.of("tool_result", "function_call_output");

    private final Instant min;
    private final Instant max;

    ReferenceExchanges(Instant min, Instant max) {
        this.min = min;
        this.max = max;
    }

    /** Parses a line, or fails with an unchecked exception. */
    Exchange parse(byte[] line, String defaultSource) {
        Fields root = known(JsonTree.read(decoded(line)), ExchangeFields.ROOT);
        Exchange exchange = new Exchange(
                required(text(root, "id")),
                orElse(text(root, "source"), defaultSource),
                ChronoUnit.MICROS.between(Instant.EPOCH, time(required(text(root, "time")))),
                required(text(root, "account_id")),
                text(root, "organization_id"),
                text(root, "api_key_id"),
                text(root, "pathway"),
                text(root, "operation"),
                required(text(root, "model")),
                text(root, "conversation_id"),
                text(root, "end_user_id"),
                text(root, "provider"),
                network(child(root, "network", ExchangeFields.NETWORK)),
                request(child(root, "request", ExchangeFields.REQUEST)),
                response(child(root, "response", ExchangeFields.RESPONSE)),
                usage(child(root, "usage", ExchangeFields.USAGE)),
                (int) Math.max(0, whole(root, "status", 999)));
        return exchange;
    }

    static String decoded(byte[] line) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Instant time(String text) {
        if (!text.matches("(?s)\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})")) {
            throw new IllegalArgumentException("time");
        }
        int zone = Math.max(
                Math.max(text.lastIndexOf('Z'), text.lastIndexOf('z')),
                Math.max(text.indexOf('+'), text.lastIndexOf('-') > 10 ? text.lastIndexOf('-') : -1));
        String seconds = text.substring(0, 19).replace(' ', 'T').replace('t', 'T');
        boolean leap = seconds.endsWith(":60");
        String fraction = text.substring(19, zone);
        String micros = (fraction.isEmpty() ? "." : fraction) + "000000";
        Instant local = OffsetDateTime.parse(
                        (leap ? seconds.substring(0, 17) + "59" : seconds) + micros.substring(0, 7) + "Z")
                .toInstant()
                .plusSeconds(leap ? 1 : 0);
        Instant instant = local.minusSeconds(zoneSeconds(text.substring(zone)));
        if (instant.isBefore(min) || instant.isAfter(max)) {
            throw new IllegalArgumentException("time");
        }
        return instant;
    }

    private static long zoneSeconds(String zone) {
        if (zone.length() == 1) {
            return 0;
        }
        int hours = Integer.parseInt(zone.substring(1, 3));
        int minutes = Integer.parseInt(zone.substring(4));
        if (hours > 23 || minutes > 59) {
            throw new IllegalArgumentException("zone");
        }
        return (zone.startsWith("-") ? -1 : 1) * (hours * 3600L + minutes * 60L);
    }

    private static Network network(@Nullable Fields fields) {
        if (fields == null) {
            return Network.UNKNOWN;
        }
        String ip = text(fields, "ip");
        if (ip != null && !ReferenceAddresses.valid(ip)) {
            throw new IllegalArgumentException("ip");
        }
        return new Network(
                ip,
                Math.max(0, whole(fields, "asn", 0xffff_ffffL)),
                text(fields, "country"),
                text(fields, "ja4"),
                text(fields, "user_agent"));
    }

    private static Response response(@Nullable Fields fields) {
        if (fields == null) {
            return Response.UNKNOWN;
        }
        return new Response(
                Utf8.of(orElse(text(fields, "text"), "")),
                Utf8.of(orElse(text(fields, "reasoning"), "")),
                text(fields, "finish_reason"),
                truth(fields, "refused"));
    }

    private static Usage usage(@Nullable Fields fields) {
        if (fields == null) {
            return Usage.UNKNOWN;
        }
        return new Usage(
                (int) whole(fields, "input_tokens", Integer.MAX_VALUE),
                (int) whole(fields, "output_tokens", Integer.MAX_VALUE),
                (int) whole(fields, "reasoning_tokens", Integer.MAX_VALUE));
    }

    private static Request request(@Nullable Fields fields) {
        if (fields == null) {
            throw new IllegalArgumentException("request");
        }
        String system = text(fields, "system");
        List<JsonTree> messages = array(fields, "messages");
        if (system == null && messages == null) {
            throw new IllegalArgumentException("messages");
        }
        return request(
                orElse(system, ""),
                messages == null
                        ? List.of()
                        : messages.stream().map(ReferenceExchanges::message).toList(),
                tools(array(fields, "tools")),
                parameters(child(fields, "parameters", ExchangeFields.PARAMETERS)));
    }

    private static Request request(String system, List<Parts> messages, List<String> tools, Parameters parameters) {
        ArrayList<Parts> rest = new ArrayList<>(messages);
        while (!rest.isEmpty() && rest.getLast().role == Role.ASSISTANT) {
            rest.removeLast();
        }
        String prompt = system;
        if (system.isEmpty()) {
            prompt = joined(messages.stream()
                    .filter(m -> m.role == Role.SYSTEM)
                    .flatMap(m -> m.texts.stream())
                    .toList());
            rest.removeIf(m -> m.role == Role.SYSTEM);
        }
        int from = rest.stream().map(m -> m.role).toList().lastIndexOf(Role.ASSISTANT) + 1;
        List<Message> turn = rest.subList(from, rest.size()).stream()
                .map(m -> new Message(m.role, Utf8.of(joined(m.texts)), m.images, m.toolResults))
                .toList();
        return new Request(Utf8.of(prompt), turn, from, tools, parameters);
    }

    /** A line feed goes between texts, once there is something for it to follow. */
    private static String joined(List<String> texts) {
        String joined = "";
        for (String text : texts) {
            joined = joined.isEmpty() ? text : joined + "\n" + text;
        }
        return joined;
    }

    private record Parts(Role role, List<String> texts, int images, int toolResults) {}

    private static Parts message(JsonTree tree) {
        Fields fields = known(tree, ExchangeFields.MESSAGE);
        String name = text(fields, "role");
        if (name == null) {
            throw new IllegalArgumentException("role");
        }
        Role role = switch (name) {
            case "system", "developer" -> Role.SYSTEM;
            case "assistant", "model" -> Role.ASSISTANT;
            case "tool", "function" -> Role.TOOL;
            default -> Role.USER;
        };
        return switch (fields.values().getOrDefault("content", new JsonTree.Null())) {
            case JsonTree.Null none -> new Parts(role, List.of(), 0, 0);
            case JsonTree.Text text -> new Parts(role, List.of(text.value()), 0, 0);
            case JsonTree.Array array -> parts(role, array.elements());
            case JsonTree.Numeral numeral -> throw new IllegalArgumentException("content " + numeral);
            case JsonTree.Truth truth -> throw new IllegalArgumentException("content " + truth);
            case Fields object -> throw new IllegalArgumentException("content " + object);
        };
    }

    private static Parts parts(Role role, List<JsonTree> elements) {
        ArrayList<String> texts = new ArrayList<>();
        int images = 0;
        int toolResults = 0;
        for (JsonTree element : elements) {
            Fields part = known(element, ExchangeFields.PART);
            boolean typed = part.values().containsKey("type");
            String type = orElse(text(part, "type"), typed ? "unknown" : "text");
            images += IMAGE_KINDS.contains(type) ? 1 : 0;
            toolResults += TOOL_KINDS.contains(type) ? 1 : 0;
            if (TEXT_KINDS.contains(type) && part.values().get("text") instanceof JsonTree.Text(String value)) {
                texts.add(value);
            }
        }
        return new Parts(role, texts, images, toolResults);
    }

    private static List<String> tools(@Nullable List<JsonTree> elements) {
        ArrayList<String> tools = new ArrayList<>();
        for (JsonTree element : elements == null ? List.<JsonTree>of() : elements) {
            String name = element instanceof Fields fields ? toolName(fields) : asText(element);
            if (name != null) {
                tools.add(name);
            }
        }
        return tools;
    }

    private static @Nullable String toolName(Fields tool) {
        known(tool, ExchangeFields.TOOL);
        Fields function = child(tool, "function", Set.of("name"));
        String inner = function == null ? null : text(function, "name");
        String name = text(tool, "name");
        String type = text(tool, "type");
        return name != null ? name : inner != null ? inner : type;
    }

    private static Parameters parameters(@Nullable Fields fields) {
        if (fields == null) {
            return Parameters.NONE;
        }
        return new Parameters(
                decimal(fields, "temperature"),
                (int) whole(fields, "max_tokens", Integer.MAX_VALUE),
                Boolean.TRUE.equals(truth(fields, "logprobs")),
                (int) whole(fields, "n", Integer.MAX_VALUE),
                Boolean.TRUE.equals(truth(fields, "stream")),
                text(fields, "reasoning_effort"));
    }

    static Fields known(JsonTree tree, Set<String> names) {
        if (!(tree instanceof Fields fields)) {
            throw new IllegalArgumentException("object wanted");
        }
        if (fields.repeated().stream().anyMatch(names::contains)) {
            throw new IllegalArgumentException("twice");
        }
        return fields;
    }

    private static <T> @Nullable T optional(Fields fields, String name, Function<JsonTree, @Nullable T> as) {
        JsonTree tree = fields.values().get(name);
        return tree == null ? null : as.apply(tree);
    }

    private static @Nullable Fields child(Fields fields, String name, Set<String> names) {
        return optional(fields, name, tree -> tree instanceof JsonTree.Null ? null : known(tree, names));
    }

    static @Nullable List<JsonTree> array(Fields fields, String name) {
        return optional(
                fields, name, tree -> tree instanceof JsonTree.Null ? null : ((JsonTree.Array) tree).elements());
    }

    static @Nullable String text(Fields fields, String name) {
        return optional(fields, name, ReferenceExchanges::asText);
    }

    static @Nullable String asText(JsonTree tree) {
        return tree instanceof JsonTree.Null ? null : ((JsonTree.Text) tree).value();
    }

    private static @Nullable Boolean truth(Fields fields, String name) {
        return optional(fields, name, tree -> tree instanceof JsonTree.Null ? null : ((JsonTree.Truth) tree).value());
    }

    private static double decimal(Fields fields, String name) {
        Double value = optional(
                fields,
                name,
                tree -> tree instanceof JsonTree.Null ? null : Double.valueOf(((JsonTree.Numeral) tree).digits()));
        return value == null ? Double.NaN : value;
    }

    private static long whole(Fields fields, String name, long max) {
        JsonTree tree = fields.values().getOrDefault(name, new JsonTree.Null());
        if (tree instanceof JsonTree.Null) {
            return -1;
        }
        String digits = ((JsonTree.Numeral) tree).digits();
        if (!digits.matches("\\d{1,18}") || Long.parseLong(digits) > max) {
            throw new IllegalArgumentException(name);
        }
        return Long.parseLong(digits);
    }

    static String required(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("required");
        }
        return value;
    }

    static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
