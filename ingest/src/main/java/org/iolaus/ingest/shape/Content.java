package org.iolaus.ingest.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of one message, whatever API it was written for: OpenAI's and Anthropic's parts, those of the GenAI
 * conventions ({@code {type, content}}), and Converse's, which have no type. What a gateway wrote in place of content that
 * it was told to hide counts as none.
 *
 * @param text texts joined by line feeds
 * @param reasoning the model's reasoning, joined likewise
 * @param images number of image parts
 * @param toolResults number of tool results
 */
public record Content(String text, String reasoning, int images, int toolResults) {
    public static final Content NONE = new Content("", "", 0, 0);

    /** Words that LiteLLM and OpenInference write instead of hidden content. */
    private static final Set<String> HIDDEN = Set.of("redacted-by-litellm", "__REDACTED__");

    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGES = Set.of("image", "image_url", "input_image");
    private static final Set<String> TOOL_RESULTS =
            Set.of("tool_result", "function_call_output", "tool_call_response", "server_tool_call_response");
    private static final Set<String> REASONING = Set.of("reasoning", "thinking");

    /** Plain text. */
    public static Content of(String text) {
        return HIDDEN.contains(text) ? NONE : new Content(text, "", 0, 0);
    }

    /** A text, or an array of parts. */
    public static Content of(JsonNode content) {
        if (content.isString()) {
            return of(content.stringValue());
        }
        Parts parts = new Parts();
        if (content.isArray()) {
            content.forEach(parts::add);
        } else if (content.isObject()) {
            parts.add(content);
        }
        return parts.content();
    }

    /** Parts as they add up. */
    private static final class Parts {
        private final List<String> texts = new ArrayList<>();
        private final List<String> reasoning = new ArrayList<>();
        private int images;
        private int toolResults;

        void add(JsonNode part) {
            if (part.isString()) {
                addText(texts, part.stringValue());
            } else if (part.path("type").isString()) {
                typed(part, part.path("type").stringValue());
            } else {
                untyped(part);
            }
        }

        private void typed(JsonNode part, String type) {
            if (TEXTS.contains(type)) {
                addText(texts, Trees.text(part, "text", "content"));
            } else if (IMAGES.contains(type) || isImage(part)) {
                images++;
            } else if (TOOL_RESULTS.contains(type)) {
                toolResults++;
            } else if (REASONING.contains(type)) {
                addText(reasoning, Trees.text(part, "content", "thinking", "text"));
            }
        }

        private static boolean isImage(JsonNode part) {
            String mime = Trees.text(part, "mime_type");
            return "image".equals(Trees.text(part, "modality")) || (mime != null && mime.startsWith("image/"));
        }

        private void untyped(JsonNode part) {
            if (part.has("text")) {
                addText(texts, Trees.text(part, "text"));
            } else if (part.has("image")) {
                images++;
            } else if (part.has("toolResult")) {
                toolResults++;
            } else {
                addText(reasoning, Trees.text(part.path("reasoningContent").path("reasoningText"), "text"));
            }
        }

        private static void addText(List<String> list, @Nullable String text) {
            if (text != null && !HIDDEN.contains(text)) {
                list.add(text);
            }
        }

        Content content() {
            return new Content(String.join("\n", texts), String.join("\n", reasoning), images, toolResults);
        }
    }
}
