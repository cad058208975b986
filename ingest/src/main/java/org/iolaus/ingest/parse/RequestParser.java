package org.iolaus.ingest.parse;

import java.util.ArrayList;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.jspecify.annotations.Nullable;

/** Parses {@code request}: the system prompt, the new messages, the tools on offer and the parameters. */
final class RequestParser {
    private static final FieldTable FIELDS = FieldTable.of("system", "messages", "tools", "parameters");
    private static final FieldTable PARAMETERS =
            FieldTable.of("temperature", "max_tokens", "logprobs", "n", "stream", "reasoning_effort");
    private static final FieldTable TOOL = FieldTable.of("name", "function", "type");
    private static final FieldTable FUNCTION = FieldTable.of("name");

    private final FieldReader in;
    private final JsonScanner scanner;
    private final ObjectFields fields;
    private final ObjectFields parameterFields;
    private final ObjectFields toolFields;
    private final ObjectFields functionFields;
    private final Conversation conversation;
    private final ArrayList<String> tools = new ArrayList<>();

    RequestParser(FieldReader in) {
        this.in = in;
        this.scanner = in.scanner;
        this.fields = new ObjectFields(in, FIELDS);
        this.parameterFields = new ObjectFields(in, PARAMETERS);
        this.toolFields = new ObjectFields(in, TOOL);
        this.functionFields = new ObjectFields(in, FUNCTION);
        this.conversation = new Conversation(in);
    }

    @Nullable
    Request parse() throws LineRejection {
        if (!in.object("request")) {
            return null;
        }
        Utf8 system = Utf8.EMPTY;
        Parameters parameters = Parameters.NONE;
        boolean given = false;
        conversation.clear();
        tools.clear();
        for (int field = fields.first(); field != ObjectFields.END; field = fields.next()) {
            switch (field) {
                case 0 -> {
                    given |= scanner.peek() == '"';
                    system = in.text("request.system");
                }
                case 1 -> {
                    given |= scanner.peek() == '[';
                    conversation.read();
                }
                case 2 -> tools();
                case 3 -> parameters = parameters();
                default -> scanner.skipValue();
            }
        }
        if (!given) {
            throw new LineRejection("request.messages and request.system are missing and one must be given");
        }
        return conversation.request(system, tools, parameters);
    }

    private void tools() throws LineRejection {
        if (!in.array("request.tools")) {
            return;
        }
        for (boolean more = scanner.firstElement(); more; more = scanner.nextElement()) {
            String name = scanner.peek() == '{' ? toolName() : in.repeated("request.tools");
            if (name != null) {
                tools.add(name);
            }
        }
    }

    private @Nullable String toolName() throws LineRejection {
        String name = null;
        String function = null;
        String type = null;
        for (int field = toolFields.first(); field != ObjectFields.END; field = toolFields.next()) {
            switch (field) {
                case 0 -> name = in.repeated("request.tools.name");
                case 1 -> function = functionName();
                case 2 -> type = in.repeated("request.tools.type");
                default -> scanner.skipValue();
            }
        }
        return name != null ? name : function != null ? function : type;
    }

    private @Nullable String functionName() throws LineRejection {
        if (!in.object("request.tools.function")) {
            return null;
        }
        String name = null;
        for (int field = functionFields.first(); field != ObjectFields.END; field = functionFields.next()) {
            if (field == 0) {
                name = in.repeated("request.tools.function.name");
            } else {
                scanner.skipValue();
            }
        }
        return name;
    }

    private Parameters parameters() throws LineRejection {
        if (!in.object("request.parameters")) {
            return Parameters.NONE;
        }
        double temperature = Double.NaN;
        long maxTokens = -1;
        Boolean logprobs = null;
        long n = -1;
        Boolean stream = null;
        String effort = null;
        for (int field = parameterFields.first(); field != ObjectFields.END; field = parameterFields.next()) {
            switch (field) {
                case 0 -> temperature = in.decimal("request.parameters.temperature");
                case 1 -> maxTokens = in.whole("request.parameters.max_tokens", Integer.MAX_VALUE);
                case 2 -> logprobs = in.flag("request.parameters.logprobs");
                case 3 -> n = in.whole("request.parameters.n", Integer.MAX_VALUE);
                case 4 -> stream = in.flag("request.parameters.stream");
                case 5 -> effort = in.repeated("request.parameters.reasoning_effort");
                default -> scanner.skipValue();
            }
        }
        return new Parameters(
                temperature,
                (int) maxTokens,
                Boolean.TRUE.equals(logprobs),
                (int) n,
                Boolean.TRUE.equals(stream),
                effort);
    }
}
