package org.iolaus.cli.watermark;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.iolaus.cli.watermark.JsonLines.Refusal;
import org.iolaus.watermark.keys.MarkSettings;
import org.iolaus.watermark.selection.WordTokenizer;
import tools.jackson.databind.JsonNode;

/** What the fields of one line hold, under the tokenizer that an epoch's texts are marked with. */
record TextFields(JsonNode line, String tokenizer) {
    private static final int[] NOTHING = new int[0];

    Optional<String> string(String name) throws Refusal {
        JsonNode value = line.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Refusal(name + " " + value + " must be a string");
        }
        return Optional.of(value.asString());
    }

    Optional<Instant> time(String name) throws Refusal {
        Optional<String> text = string(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new Refusal(name + " \"" + text.orElse("") + "\" must be a time in RFC 3339");
        }
    }

    /** The tokens of field {@code ids}, or else the words of field {@code text}; nothing if the line has neither. */
    Optional<int[]> tokens(String ids, String text) throws Refusal {
        checkTokenizer();
        if (line.has(ids)) {
            return Optional.of(ids(ids));
        }
        JsonNode value = line.at(pointer(text));
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new Refusal(text + " must be a string");
        }
        if (!tokenizer.equals(MarkSettings.WORDS)) {
            throw new Refusal("tokenizer \"" + tokenizer + "\" of the epoch is not built in, so " + text
                    + " cannot be read; give its token ids in " + ids);
        }
        return Optional.of(WordTokenizer.ids(value.asString()));
    }

    int[] ids(String name) throws Refusal {
        JsonNode array = line.path(name);
        if (!array.isArray()) {
            throw new Refusal(name + " must be an array of token ids");
        }
        int[] ids = array.isEmpty() ? NOTHING : new int[array.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = id(array.get(i), name + "[" + i + "]");
        }
        return ids;
    }

    static int id(JsonNode node, String name) throws Refusal {
        if (!node.isInt() || node.asInt() < 0) {
            throw new Refusal(name + " " + node + " must be a token id, a whole number from 0 to 2147483647");
        }
        return node.asInt();
    }

    void checkTokenizer() throws Refusal {
        Optional<String> named = string("tokenizer");
        if (named.isPresent() && !named.get().equals(tokenizer)) {
            throw new Refusal("tokenizer \"" + named.get() + "\" is unknown here: the epoch is marked under \""
                    + tokenizer + "\"");
        }
    }

    /** {@code response.text} as a JSON pointer. */
    private static String pointer(String dotted) {
        return "/" + dotted.replace("~", "~0").replace("/", "~1").replace('.', '/');
    }
}
