package org.iolaus.service.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.configuration.Section;
import org.iolaus.service.intake.kafka.KafkaConfig;
import org.iolaus.service.intake.tail.TailConfig;

/**
 * What the service reads by itself.
 *
 * @param topics Kafka topics
 * @param files files that grow
 */
record SourceConfig(List<KafkaConfig> topics, List<TailConfig> files) {
    static SourceConfig of(Section section) {
        List<KafkaConfig> topics =
                section.sections("kafka").stream().map(SourceConfig::topic).toList();
        List<TailConfig> files =
                section.sections("files").stream().map(SourceConfig::file).toList();
        section.done();
        return new SourceConfig(topics, files);
    }

    private static KafkaConfig topic(Section section) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String each : section.texts("properties")) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw section.refused("properties", each, "must be name=value");
            }
            properties.put(
                    each.substring(0, equals).strip(),
                    each.substring(equals + 1).strip());
        }
        KafkaConfig config = new KafkaConfig(
                required(section, "bootstrap_servers"),
                required(section, "topic"),
                shape(section),
                section.text("group").orElse(null),
                section.count("max_records", 5_000),
                properties);
        section.done();
        return config;
    }

    private static TailConfig file(Section section) {
        TailConfig config = new TailConfig(
                Path.of(required(section, "path")),
                shape(section),
                section.duration("poll", Duration.ofSeconds(1)),
                section.duration("linger", Duration.ofSeconds(5)),
                (int) section.bytes("block", 1 << 20),
                (int) section.bytes("max_line", 8 << 20));
        section.done();
        return config;
    }

    private static Shape shape(Section section) {
        String name = section.text("shape", Shape.EXCHANGES.label());
        for (Shape shape : Shape.values()) {
            if (shape.label().equals(name)) {
                return shape;
            }
        }
        List<String> labels = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            labels.add(shape.label());
        }
        throw section.refused("shape", name, "must be one of " + String.join(", ", labels));
    }

    private static String required(Section section, String name) {
        return section.text(name)
                .orElseThrow(() ->
                        new InvalidConfiguration("setting " + section.path(name) + " is missing and must be given"));
    }
}
