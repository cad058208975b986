package org.iolaus.ingest.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Message.Role;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Utf8;

/**
 * The conversation of one request in the making. Only what follows the last assistant message is new, and system messages
 * stand in for a system prompt that is not given apart, as in our own format. Not thread-safe.
 */
public final class Dialogue {
    private final List<Message> messages = new ArrayList<>();
    private String system = "";

    /** Gives the system prompt, or more of it. */
    public void system(String text) {
        system = system.isEmpty() ? text : system + "\n" + text;
    }

    /** Adds the next message. */
    public void add(Role role, Content content) {
        messages.add(new Message(role, Utf8.of(content.text()), content.images(), content.toolResults()));
    }

    /** The request; without text and messages if none were given. */
    public Request request(List<String> tools, Parameters parameters) {
        int end = messages.size();
        while (end > 0 && messages.get(end - 1).role() == Role.ASSISTANT) {
            end--;
        }
        int from = end;
        while (from > 0 && messages.get(from - 1).role() != Role.ASSISTANT) {
            from--;
        }
        boolean promote = system.isEmpty() && messages.stream().anyMatch(m -> m.role() == Role.SYSTEM);
        List<Message> turn = messages.subList(from, end).stream()
                .filter(m -> !promote || m.role() != Role.SYSTEM)
                .toList();
        long earlier = messages.subList(0, from).stream()
                .filter(m -> !promote || m.role() != Role.SYSTEM)
                .count();
        return new Request(promote ? systemMessages() : Utf8.of(system), turn, (int) earlier, tools, parameters);
    }

    private Utf8 systemMessages() {
        List<Utf8> texts = messages.stream()
                .filter(m -> m.role() == Role.SYSTEM && !m.text().isEmpty())
                .map(Message::text)
                .toList();
        return texts.size() == 1
                ? texts.getFirst()
                : Utf8.of(texts.stream().map(Utf8::toString).collect(Collectors.joining("\n")));
    }
}
