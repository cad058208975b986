package org.iolaus.service.intake.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A topic to read.
 *
 * @param bootstrapServers brokers as {@code host:port,...}
 * @param topic the topic
 * @param shape what each record holds
 * @param group consumer group that divides the partitions among services, or null to read all of them
 * @param maxRecords most records of one batch
 * @param properties further settings of the consumer, such as those of TLS and SASL
 */
public record KafkaConfig(
        String bootstrapServers,
        String topic,
        Shape shape,
        @Nullable String group,
        int maxRecords,
        Map<String, String> properties) {
    public KafkaConfig {
        properties = Map.copyOf(properties);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("bootstrapServers is blank and must be host:port,...");
        }
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic is blank and must be given");
        }
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords " + maxRecords + " must be at least 1");
        }
    }

    /** Settings of the consumer: positions are ours alone, and what a transaction took back is not read. */
    Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        if (group != null) {
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        }
        return settings;
    }
}
