package org.iolaus.ingest.shape.otlp;

import java.util.List;
import org.iolaus.detection.exchange.Message.Role;
import org.iolaus.ingest.shape.ChatMessages;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Dialogue;
import org.iolaus.ingest.shape.Trees;
import org.iolaus.ingest.shape.otlp.Observation.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Messages as events of their own, as the GenAI conventions up to v1.36 have them: {@code gen_ai.user.message} and its
 * like, and before those {@code gen_ai.content.prompt} with all messages in one attribute.
 */
final class MessageEvents {
    static final String CHOICE = "gen_ai.choice";
    private static final String PREFIX = "gen_ai.";
    private static final String SUFFIX = ".message";

    private MessageEvents() {}

    static boolean isMessage(String name) {
        return name.equals(CHOICE) || role(name) != null;
    }

    private static @Nullable Role role(String event) {
        boolean message = event.startsWith(PREFIX) && event.endsWith(SUFFIX);
        if (!message) {
            return null;
        }
        return switch (event.substring(PREFIX.length(), event.length() - SUFFIX.length())) {
            case "system" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool" -> Role.TOOL;
            default -> null;
        };
    }

    static void addTo(Dialogue dialogue, List<Event> events) {
        for (Event event : events) {
            Role role = role(event.name());
            if (role != null) {
                dialogue.add(named(event, role), Content.of(content(event)));
            } else if (event.name().equals("gen_ai.content.prompt")) {
                ChatMessages.add(event.attributes().structure("gen_ai.prompt"), dialogue);
            }
        }
    }

    /** The message's own word for its role, such as developer for system, comes first. */
    private static Role named(Event event, Role role) {
        String given = Trees.text(event.body(), "role");
        given = given == null ? event.attributes().text("role") : given;
        return given == null ? role : ChatMessages.role(given);
    }

    private static JsonNode content(Event event) {
        JsonNode body = event.body().path("content");
        return Trees.unwrapped(body.isMissingNode() ? event.attributes().node("content") : body);
    }

    /** The first choice, with {@code message} and {@code finish_reason}; missing if there is none. */
    static JsonNode choice(Event event) {
        JsonNode message = event.body().path("message");
        return message.isMissingNode() ? event.attributes().structure("message") : message;
    }

    static @Nullable String finishReason(Event event) {
        String given = Trees.text(event.body(), "finish_reason");
        return given == null ? event.attributes().text("finish_reason") : given;
    }
}
