package org.iolaus.ingest.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.exchange.Message.Role;
import tools.jackson.databind.JsonNode;

/** Messages, tools and roles as the public chat APIs write them. */
public final class ChatMessages {
    private ChatMessages() {}

    /** Adds messages: one text, or an array of texts and of objects with {@code role} and {@code content} or {@code parts}. */
    public static void add(JsonNode messages, Dialogue dialogue) {
        if (messages.isArray()) {
            for (JsonNode message : messages) {
                addOne(message, dialogue);
            }
        } else {
            addOne(messages, dialogue);
        }
    }

    private static void addOne(JsonNode message, Dialogue dialogue) {
        if (message.isString() || message.isObject()) {
            Content content = content(message);
            if (!content.equals(Content.NONE) || message.isObject()) {
                dialogue.add(role(message), content);
            }
        }
    }

    /** The content of a message; a tool's answer in a part of its own counts as the message's text. */
    private static Content content(JsonNode message) {
        if (message.isString()) {
            return Content.of(message);
        }
        if (message.path("type").asString("").equals("function_call_output")) {
            return new Content("", "", 0, 1);
        }
        return Content.of(message.has("parts") ? message.path("parts") : message.path("content"));
    }

    private static Role role(JsonNode message) {
        String role = Trees.text(message, "role");
        if (role != null) {
            return role(role);
        }
        return switch (message.path("type").asString("")) {
            case "function_call", "reasoning" -> Role.ASSISTANT;
            case "function_call_output" -> Role.TOOL;
            default -> Role.USER;
        };
    }

    /** The role of that name; an unknown one is read as {@link Role#USER}. */
    public static Role role(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "system", "developer" -> Role.SYSTEM;
            case "assistant", "model", "ai" -> Role.ASSISTANT;
            case "tool", "function" -> Role.TOOL;
            default -> Role.USER;
        };
    }

    /** Names of tools on offer: texts, or objects that name themselves as OpenAI, Anthropic or Converse do. */
    public static List<String> toolNames(JsonNode tools) {
        List<String> names = new ArrayList<>();
        for (JsonNode tool : tools) {
            String name = tool.isString() ? Trees.text(tool) : Trees.text(tool, "name");
            name = name != null ? name : Trees.text(tool.path("function"), "name");
            name = name != null ? name : Trees.text(tool.path("toolSpec"), "name");
            name = name != null ? name : Trees.text(tool, "type");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }
}
