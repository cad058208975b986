package org.iolaus.service.intake.kafka;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when no broker can be reached and when one is back; the client itself keeps trying in silence. */
final class BrokerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);

    private final KafkaConfig config;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private boolean away;

    BrokerWatch(KafkaConfig config, KafkaConsumer<byte[], byte[]> consumer) {
        this.config = config;
        this.consumer = consumer;
    }

    void look() {
        boolean connected = connections() > 0;
        if (away == connected) {
            away = !connected;
            if (away) {
                LOG.warn("no broker of {} can be reached; topic {} waits", config.bootstrapServers(), config.topic());
            } else {
                LOG.info("a broker of {} is back; topic {} is read on", config.bootstrapServers(), config.topic());
            }
        }
    }

    private double connections() {
        return consumer.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("connection-count")
                        && entry.getKey().group().equals("consumer-metrics"))
                .mapToDouble(entry -> ((Number) entry.getValue().metricValue()).doubleValue())
                .sum();
    }
}
