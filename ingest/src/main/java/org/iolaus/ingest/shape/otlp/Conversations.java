package org.iolaus.ingest.shape.otlp;

import java.util.List;
import org.iolaus.ingest.shape.ChatMessages;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Dialogue;
import org.iolaus.ingest.shape.Trees;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The messages asked, wherever a generation of conventions puts them; the newest that is there counts alone. */
final class Conversations {
    private Conversations() {}

    /** Attributes that carry content: its own, or those of the event made for it. */
    static Attributes carrier(Observation observation) {
        if (!observation.attributes().own().containsKey("gen_ai.input.messages")) {
            for (Observation.Event event : observation.events()) {
                if (event.name().equals(Observation.DETAILS)) {
                    return event.attributes();
                }
            }
        }
        return observation.attributes();
    }

    static Dialogue of(Observation observation) {
        Attributes carrier = carrier(observation);
        Attributes attributes = observation.attributes();
        Dialogue dialogue = new Dialogue();
        dialogue.system(
                Content.of(carrier.structure("gen_ai.system_instructions")).text());
        JsonNode input = carrier.structure("gen_ai.input.messages");
        List<JsonNode> openInference = attributes.flattened("llm.input_messages");
        List<JsonNode> numbered = attributes.flattened("gen_ai.prompt");
        if (!input.isMissingNode()) {
            ChatMessages.add(input, dialogue);
        } else if (!openInference.isEmpty()) {
            ChatMessages.add(unflattened(openInference), dialogue);
        } else if (!numbered.isEmpty()) {
            ChatMessages.add(array(numbered), dialogue);
        } else {
            MessageEvents.addTo(dialogue, observation.events());
        }
        return dialogue;
    }

    private static ArrayNode array(List<JsonNode> elements) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> {
            JsonNode content = element.path("content");
            if (element instanceof ObjectNode object && content.isString()) {
                object.set("content", Trees.unwrapped(content));
            }
            array.add(element);
        });
        return array;
    }

    /** OpenInference's messages as chat APIs write them. */
    static ArrayNode unflattened(List<JsonNode> messages) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : messages) {
            JsonNode message = element.path("message");
            ObjectNode made = array.addObject();
            made.set("role", message.path("role"));
            made.set("content", message.has("contents") ? parts(message.path("contents")) : message.path("content"));
        }
        return array;
    }

    private static ArrayNode parts(JsonNode contents) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode content : Attributes.elements(contents)) {
            parts.add(content.path("message_content"));
        }
        return parts;
    }
}
