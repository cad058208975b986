package org.iolaus.service.intake.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.iolaus.service.fact.Fact;

/** How far each partition of a topic has been read into the log: the offset of the next record. Not thread-safe. */
final class KafkaPositions {
    private final Map<String, Long> next = new HashMap<>();

    KafkaPositions(String topic, Map<String, String> logged) {
        logged.forEach((source, position) -> {
            if (source.startsWith("kafka:" + topic + "-")) {
                next.put(source, Long.parseLong(position));
            }
        });
    }

    /** The partition's name in the log, which is also whose clock its records follow. */
    static String source(TopicPartition partition) {
        return "kafka:" + partition.topic() + "-" + partition.partition();
    }

    OptionalLong next(TopicPartition partition) {
        Long offset = next.get(source(partition));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    Fact.Read fact(TopicPartition partition, long offset) {
        return new Fact.Read(source(partition), Long.toString(offset));
    }

    /** Notes what has become durable. */
    void durable(TopicPartition partition, long offset) {
        next.put(source(partition), offset);
    }
}
