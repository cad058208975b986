package org.iolaus.ingest.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Message.Role;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;

/**
 * The messages of one request. First it only notes where each message's texts lie; when the last assistant message is
 * known, texts of the new turn alone are unescaped. Reused from line to line.
 */
final class Conversation {
    private static final FieldTable MESSAGE = FieldTable.of("role", "content");
    private static final FieldTable PART = FieldTable.of("type", "text");
    private static final FieldTable ROLES =
            FieldTable.of("system", "developer", "user", "assistant", "tool", "function", "model");
    private static final FieldTable KINDS = FieldTable.of(
            "text",
            "input_text",
            "output_text",
            "image",
            "image_url",
            "input_image",
            "tool_result",
            "function_call_output");
    private static final int LAST_TEXT_KIND = 2;
    private static final int LAST_IMAGE_KIND = 5;

    private final FieldReader in;
    private final JsonScanner scanner;
    private final ObjectFields messageFields;
    private final ObjectFields partFields;
    private final ArrayList<Role> roles = new ArrayList<>();
    private int[] images = new int[16];
    private int[] toolResults = new int[16];
    private int[] firstTexts = new int[16];
    private int[] textOffsets = new int[16];
    private int[] textLengths = new int[16];
    private boolean[] textEscaped = new boolean[16];
    private int texts;

    Conversation(FieldReader in) {
        this.in = in;
        this.scanner = in.scanner;
        this.messageFields = new ObjectFields(in, MESSAGE);
        this.partFields = new ObjectFields(in, PART);
    }

    void clear() {
        roles.clear();
        texts = 0;
    }

    void read() throws LineRejection {
        if (!in.array("request.messages")) {
            return;
        }
        for (boolean more = scanner.firstElement(); more; more = scanner.nextElement()) {
            message();
        }
    }

    private void message() throws LineRejection {
        if (scanner.peek() != '{') {
            throw in.mistyped("request.messages", "an array of objects");
        }
        int index = startMessage();
        for (int field = messageFields.first(); field != ObjectFields.END; field = messageFields.next()) {
            switch (field) {
                case 0 -> roles.set(index, role());
                case 1 -> content(index);
                default -> scanner.skipValue();
            }
        }
        if (!messageFields.has(0)) {
            throw new LineRejection("request.messages.role is missing and must be given");
        }
    }

    private int startMessage() {
        int index = roles.size();
        roles.add(Role.USER);
        if (index + 1 >= images.length) {
            images = Arrays.copyOf(images, images.length * 2);
            toolResults = Arrays.copyOf(toolResults, images.length);
            firstTexts = Arrays.copyOf(firstTexts, images.length);
        }
        images[index] = 0;
        toolResults[index] = 0;
        firstTexts[index] = texts;
        return index;
    }

    private Role role() throws LineRejection {
        if (!in.slice("request.messages.role")) {
            throw new LineRejection("request.messages.role is null and must be a string");
        }
        return switch (in.field(ROLES)) {
            case 0, 1 -> Role.SYSTEM;
            case 3, 6 -> Role.ASSISTANT;
            case 4, 5 -> Role.TOOL;
            default -> Role.USER;
        };
    }

    private void content(int index) throws LineRejection {
        byte first = scanner.peek();
        if (first == '"') {
            scanner.string();
            addText(scanner.offset(), scanner.length(), scanner.flagged());
        } else if (first == '[') {
            for (boolean more = scanner.firstElement(); more; more = scanner.nextElement()) {
                part(index);
            }
        } else if (!in.absent()) {
            throw in.mistyped("request.messages.content", "a string or an array of parts");
        }
    }

    private void part(int index) throws LineRejection {
        if (scanner.peek() != '{') {
            throw in.mistyped("request.messages.content", "an array of objects");
        }
        int kind = 0;
        int offset = -1;
        int length = 0;
        boolean escaped = false;
        for (int field = partFields.first(); field != ObjectFields.END; field = partFields.next()) {
            if (field == 0) {
                kind = in.slice("request.messages.content.type") ? in.field(KINDS) : FieldTable.UNKNOWN;
            } else if (field == 1 && scanner.peek() == '"') {
                scanner.string();
                offset = scanner.offset();
                length = scanner.length();
                escaped = scanner.flagged();
            } else {
                scanner.skipValue();
            }
        }
        if (kind > LAST_IMAGE_KIND) {
            toolResults[index]++;
        } else if (kind > LAST_TEXT_KIND) {
            images[index]++;
        } else if (kind != FieldTable.UNKNOWN && offset >= 0) {
            addText(offset, length, escaped);
        }
    }

    private void addText(int offset, int length, boolean escaped) {
        if (texts == textOffsets.length) {
            textOffsets = Arrays.copyOf(textOffsets, texts * 2);
            textLengths = Arrays.copyOf(textLengths, texts * 2);
            textEscaped = Arrays.copyOf(textEscaped, texts * 2);
        }
        textOffsets[texts] = offset;
        textLengths[texts] = length;
        textEscaped[texts++] = escaped;
    }

    /** The request, with system messages for its system prompt if {@code system} is empty. */
    Request request(Utf8 system, List<String> tools, Parameters parameters) {
        int end = roles.size();
        while (end > 0 && roles.get(end - 1) == Role.ASSISTANT) {
            end--;
        }
        int from = roles.subList(0, end).lastIndexOf(Role.ASSISTANT) + 1;
        boolean promote = system.isEmpty() && roles.contains(Role.SYSTEM);
        ArrayList<Message> turn = new ArrayList<>(end - from);
        int earlier = 0;
        for (int i = 0; i < end; i++) {
            if (promote && roles.get(i) == Role.SYSTEM) {
                continue;
            }
            if (i < from) {
                earlier++;
            } else {
                turn.add(new Message(roles.get(i), text(i, i + 1), images[i], toolResults[i]));
            }
        }
        return new Request(promote ? systemMessages() : system, turn, earlier, tools, parameters);
    }

    private Utf8 text(int message, int end) {
        int first = firstTexts[message];
        int last = end < roles.size() ? firstTexts[end] : texts;
        if (last - first <= 1) {
            return first == last ? Utf8.EMPTY : in.text(textOffsets[first], textLengths[first], textEscaped[first]);
        }
        int mark = in.mark();
        append(first, last, mark);
        return in.appended(mark);
    }

    private Utf8 systemMessages() {
        if (roles.indexOf(Role.SYSTEM) == roles.lastIndexOf(Role.SYSTEM)) {
            int only = roles.indexOf(Role.SYSTEM);
            return text(only, only + 1);
        }
        int mark = in.mark();
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i) == Role.SYSTEM) {
                append(firstTexts[i], i + 1 < roles.size() ? firstTexts[i + 1] : texts, mark);
            }
        }
        return in.appended(mark);
    }

    private void append(int first, int last, int mark) {
        for (int i = first; i < last; i++) {
            if (in.mark() > mark) {
                in.appendLineFeed();
            }
            in.append(textOffsets[i], textLengths[i], textEscaped[i]);
        }
    }
}
