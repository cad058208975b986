package org.iolaus.cli.calibration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.calibration.Calibration;
import org.iolaus.detection.calibration.Portrait;
import org.iolaus.detection.calibration.Threshold;
import org.iolaus.detection.calibration.Trait;
import org.iolaus.detection.campaign.Bounds;
import org.iolaus.detection.statistics.Histogram;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the form of a calibration; whatever breaks a rule is an {@link IllegalArgumentException} that says so. */
final class CalibrationReader {
    private static final JsonMapper MAPPER = new JsonMapper();

    private CalibrationReader() {}

    static CalibrationFile read(String text) {
        JsonNode root = tree(text);
        String format = root.path("format").asString("");
        if (!format.equals(CalibrationFile.FORMAT)) {
            throw new IllegalArgumentException("format " + format + " must be " + CalibrationFile.FORMAT);
        }
        JsonNode provenance = object(root, "provenance");
        Calibration calibration = new Calibration(
                number(root, "target_rate"),
                threshold(object(root, "restrict"), "restrict", Bounds.FIXED.restrictBits()),
                threshold(object(root, "verify"), "verify", Bounds.FIXED.verifyBits()),
                count(provenance, "groups_left_out"),
                portrait(object(root, "portrait")));
        return new CalibrationFile(provenance(provenance), calibration);
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it must be one JSON object", e);
        }
    }

    private static Threshold threshold(JsonNode node, String name, double fixed) {
        double bits = number(node, "bits");
        if (!(bits >= fixed)) {
            throw new IllegalArgumentException(name + ".bits " + bits + " must be at least the fixed bound, " + fixed);
        }
        return new Threshold(
                bits,
                count(node, "groups"),
                count(node, "allowed_above"),
                count(node, "above"),
                number(node, "rate"),
                number(node, "upper_rate"),
                node.path("met").asBoolean(false));
    }

    private static Provenance provenance(JsonNode node) {
        List<Provenance.Input> inputs = new ArrayList<>();
        node.path("inputs")
                .forEach(input -> inputs.add(new Provenance.Input(text(input, "name"), text(input, "sha256"))));
        return new Provenance(
                text(node, "version"),
                text(node, "configuration_digest"),
                inputs,
                count(node, "exchanges"),
                count(node, "accounts"),
                count(node, "subjects"),
                count(node, "groups"),
                time(node, "first_event"),
                time(node, "last_event"),
                texts(node.path("honest")),
                texts(node.path("left_out")));
    }

    private static Portrait portrait(JsonNode node) {
        Map<Trait, Histogram> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            List<Long> counts = new ArrayList<>();
            node.path(trait.label()).forEach(bin -> counts.add(whole(bin, trait.label())));
            if (!counts.isEmpty()) {
                traits.put(trait, new Histogram(counts));
            }
        }
        return new Portrait(traits);
    }

    private static JsonNode object(JsonNode node, String name) {
        return required(node, name, node.path(name).isObject(), "an object");
    }

    private static double number(JsonNode node, String name) {
        return required(node, name, node.path(name).isNumber(), "a number").asDouble();
    }

    private static long count(JsonNode node, String name) {
        return whole(node.path(name), name);
    }

    private static long whole(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException(name + " " + value + " must be a whole number, not negative");
        }
        return value.asLong();
    }

    private static String text(JsonNode node, String name) {
        return required(node, name, node.path(name).isString(), "text").asString();
    }

    private static long time(JsonNode node, String name) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text(node, name)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " " + node.path(name) + " must be an RFC 3339 time", e);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    private static JsonNode required(JsonNode node, String name, boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(name + " " + node.path(name) + " must be " + what);
        }
        return node.path(name);
    }
}
