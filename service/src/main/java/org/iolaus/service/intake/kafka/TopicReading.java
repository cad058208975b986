package org.iolaus.service.intake.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.intake.Delivery;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.intake.Reception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the brokers: assigns partitions, seeks to the logged positions, and delivers what comes. */
final class TopicReading implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReading.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long LOOK_NANOS = Duration.ofMinutes(1).toNanos();

    private final KafkaConfig config;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ExchangeIntake intake;
    private final KafkaPositions positions;
    private final Delivery delivery;
    private final BrokerWatch broker;
    private long lookedNanos;
    private boolean waiting;

    TopicReading(
            KafkaConfig config,
            KafkaConsumer<byte[], byte[]> consumer,
            ExchangeIntake intake,
            FactSink sink,
            KafkaPositions positions) {
        this.config = config;
        this.consumer = consumer;
        this.intake = intake;
        this.positions = positions;
        this.delivery = new Delivery(sink, this::stayInGroup);
        this.broker = new BrokerWatch(config, consumer);
    }

    void run() throws InterruptedException {
        if (config.group() == null) {
            assign();
        } else {
            consumer.subscribe(List.of(config.topic()), this);
        }
        while (!Thread.currentThread().isInterrupted()) {
            ConsumerRecords<byte[], byte[]> records = poll();
            for (TopicPartition partition : records.partitions()) {
                deliver(partition, records.records(partition));
            }
            broker.look();
            if (config.group() == null && System.nanoTime() - lookedNanos > LOOK_NANOS) {
                assign();
            }
        }
    }

    /** Takes all partitions that the topic has now. */
    private void assign() {
        lookedNanos = System.nanoTime();
        List<TopicPartition> partitions = consumer.partitionsFor(config.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("topic " + config.topic() + " must exist");
        }
        List<TopicPartition> added = partitions.stream()
                .filter(partition -> !consumer.assignment().contains(partition))
                .toList();
        if (!added.isEmpty()) {
            consumer.assign(partitions);
            added.forEach(this::seek);
            LOG.info("reading topic {} with {} partitions", config.topic(), partitions.size());
        }
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            LOG.warn(
                    "topic {} no longer holds what comes next at {}; it is read from its beginning",
                    config.topic(),
                    e.offsetOutOfRangePartitions());
            consumer.seekToBeginning(e.offsetOutOfRangePartitions().keySet());
            return ConsumerRecords.empty();
        }
    }

    private void deliver(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        Reception reception = intake.receive(config.topic());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byte[] value = record.value();
            if (value != null) {
                reception.read(config.shape(), value, 0, value.length);
            }
        }
        long next = records.getLast().offset() + 1;
        reception.add(positions.fact(partition, next));
        if (reception.counts().rejected() > 0) {
            LOG.warn(
                    "{} up to {}: {} records set aside, the first because {}",
                    partition,
                    next,
                    reception.counts().rejected(),
                    reception.rejections().isEmpty()
                            ? "of a broken rule"
                            : reception.rejections().getFirst().reason());
        }
        delivery.deliver(reception, KafkaPositions.source(partition));
        resume();
        positions.durable(partition, next);
        if (config.group() != null) {
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), null);
        }
    }

    /** Polls without taking records, so that the group does not give the partitions away while the log is slow. */
    private void stayInGroup() {
        waiting = true;
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
    }

    private void resume() {
        if (waiting) {
            waiting = false;
            consumer.resume(consumer.assignment());
        }
    }

    /** Goes on at the logged position, or where another member of the group has got to if that is further. */
    private void seek(TopicPartition partition) {
        long logged = positions.next(partition).orElse(-1);
        OffsetAndMetadata committed = config.group() == null
                ? null
                : consumer.committed(Set.of(partition)).get(partition);
        long next = Math.max(logged, committed == null ? -1 : committed.offset());
        if (next < 0) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, next);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::seek);
        if (waiting) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What was read of them is logged or will be; another member goes on at what was committed.
    }
}
