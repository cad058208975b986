package org.iolaus.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iolaus.cli.scan.ShapeChoice;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what records of exchanges look like. */
final class ShapeOptions {
    @Option(
            names = "--shape",
            paramLabel = "NAME",
            description = "Shape of the exchanges: exchanges (our own), otlp-json, otlp-traces, otlp-logs, litellm or"
                    + " bedrock (default: told from each file's first record).")
    private @Nullable String shape;

    @Option(
            names = "--attribute",
            paramLabel = "FIELD=NAME[,NAME...]",
            description =
                    "Attributes that give account, organization, key, end-user, pathway, ip, peer, asn, country, ja4"
                            + " or user-agent in OTLP and Bedrock records; the first that a record has is taken.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    ShapeChoice choice() {
        return new ShapeChoice(named(), names());
    }

    private @Nullable Shape named() {
        if (shape == null) {
            return null;
        }
        String all = Arrays.stream(Shape.values()).map(Shape::label).collect(Collectors.joining(", "));
        return Shape.named(shape)
                .orElseThrow(() -> Failure.usage("--shape " + shape + " is unknown and must be one of " + all));
    }

    private AttributeNames names() {
        Map<String, List<String>> replaced = new HashMap<>();
        attributes.forEach((field, names) -> replaced.put(field, split(names)));
        try {
            return AttributeNames.with(replaced);
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--attribute: " + e.getMessage());
        }
    }

    private static List<String> split(String names) {
        List<String> split = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            if (!name.isBlank()) {
                split.add(name.strip());
            }
        }
        return split;
    }
}
