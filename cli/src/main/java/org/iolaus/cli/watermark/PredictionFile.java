package org.iolaus.cli.watermark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.watermark.JsonLines.Refusal;
import org.iolaus.watermark.radioactivity.Prediction;
import tools.jackson.databind.JsonNode;

/**
 * What a suspect model holds most likely, from files of JSON Lines: {@code context} (token ids), and {@code token} or
 * {@code scores}, an object of scores by token id of which the highest counts.
 *
 * @param tokenizer of the epoch
 * @param window tokens that a context must have at least
 */
public record PredictionFile(String tokenizer, int window) {
    /** The predictions of the files, in order. */
    public List<Prediction> read(List<Path> files, JsonLines lines) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        lines.read(files, (_, line) -> predictions.add(prediction(line)));
        return predictions;
    }

    private Prediction prediction(JsonNode line) throws Refusal {
        TextFields fields = new TextFields(line, tokenizer);
        fields.checkTokenizer();
        int[] context = fields.ids("context");
        if (context.length < window) {
            throw new Refusal("context has " + context.length + " tokens, must have at least " + window);
        }
        if (!line.has("scores") && !line.has("token")) {
            throw new Refusal("must have token or scores");
        }
        return new Prediction(
                context,
                line.has("scores") ? likeliest(line.path("scores")) : TextFields.id(line.path("token"), "token"));
    }

    private static int likeliest(JsonNode scores) throws Refusal {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (var entry : scores.properties()) {
            double score = entry.getValue().asDouble(Double.NaN);
            if (Double.isNaN(score)) {
                throw new Refusal("scores." + entry.getKey() + " must be a number");
            }
            int token = id(entry.getKey());
            if (best < 0 || score > highest || (score == highest && token < best)) {
                best = token;
                highest = score;
            }
        }
        if (best < 0) {
            throw new Refusal("scores must be an object of scores by token id");
        }
        return best;
    }

    private static int id(String name) throws Refusal {
        long id = name.matches("[0-9]{1,10}") ? Long.parseLong(name) : Long.MAX_VALUE;
        if (id > Integer.MAX_VALUE) {
            throw new Refusal("scores." + name + " must be named by a token id");
        }
        return (int) id;
    }
}
