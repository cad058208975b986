package org.iolaus.cli.watermark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iolaus.cli.watermark.JsonLines.Refusal;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeySchedule;
import tools.jackson.databind.JsonNode;

/**
 * Texts to test from files of JSON Lines: {@code tokens} (ids) or a text, and perhaps {@code id}, {@code time},
 * {@code tokenizer}, and {@code prompt_tokens} or {@code prompt}. A text is read for each epoch that is asked for and has
 * its tokenizer; one whose time is known, for the epoch it was served in alone.
 *
 * @param epochs that are asked for
 * @param textField name of the field that holds a text, with dots between the names of nested ones
 */
public record TextFile(KeySchedule schedule, List<Epoch> epochs, String textField) {
    public TextFile {
        epochs = List.copyOf(epochs);
    }

    /** The texts of the files, in order. */
    public Texts read(List<Path> files, JsonLines lines) throws IOException {
        Texts texts = new Texts();
        lines.read(files, (origin, line) -> texts.add(forms(origin, line)));
        return texts;
    }

    /** The text of a line by the number of the epoch it is read for. */
    private Map<Integer, MarkedText> forms(String origin, JsonNode line) throws Refusal {
        Map<Integer, MarkedText> forms = new HashMap<>();
        Map<String, MarkedText> byTokenizer = new HashMap<>();
        Refusal first = null;
        for (Epoch epoch : eligible(line)) {
            String tokenizer = epoch.settings().tokenizer();
            try {
                MarkedText text = byTokenizer.get(tokenizer);
                if (text == null) {
                    text = text(origin, new TextFields(line, tokenizer));
                    byTokenizer.put(tokenizer, text);
                }
                forms.put(epoch.number(), text);
            } catch (Refusal e) {
                first = first == null ? e : first;
            }
        }
        if (forms.isEmpty() && first != null) {
            throw first;
        }
        return forms;
    }

    private MarkedText text(String origin, TextFields fields) throws Refusal {
        int[] tokens =
                fields.tokens("tokens", textField).orElseThrow(() -> new Refusal("must have tokens or " + textField));
        int[] prompt = fields.tokens("prompt_tokens", "prompt").orElse(new int[0]);
        return new MarkedText(origin, fields.string("id"), prompt, tokens);
    }

    private List<Epoch> eligible(JsonNode line) throws Refusal {
        Optional<Instant> time = new TextFields(line, "").time("time");
        if (time.isEmpty()) {
            return epochs;
        }
        Epoch served = schedule.at(time.get())
                .orElseThrow(() -> new Refusal("time " + time.get() + " is out of epoch: the first begins at "
                        + schedule.epochs().getFirst().from()));
        if (!epochs.contains(served)) {
            throw new Refusal("time " + time.get() + " is out of epoch: it lies in epoch " + served.number()
                    + ", of which no key is tested");
        }
        return List.of(served);
    }
}
