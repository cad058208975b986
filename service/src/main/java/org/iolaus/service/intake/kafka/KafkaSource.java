package org.iolaus.service.intake.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.intake.ExchangeIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic into the log, each record once: positions are logged with the facts they belong to, and reading goes on at
 * the logged ones. Without a broker it tries again, waiting longer each time. Runs until its thread is interrupted.
 */
public final class KafkaSource implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaSource.class);
    private static final long MIN_RETRY_MILLIS = 500;
    private static final long MAX_RETRY_MILLIS = 30_000;

    private final KafkaConfig config;
    private final ExchangeIntake intake;
    private final FactSink sink;
    private final KafkaPositions positions;

    /**
     * A source that goes on where the log says.
     *
     * @param positions the log's last {@link org.iolaus.service.fact.Fact.Read} of each source
     */
    public KafkaSource(KafkaConfig config, ExchangeIntake intake, FactSink sink, Map<String, String> positions) {
        this.config = config;
        this.intake = intake;
        this.sink = sink;
        this.positions = new KafkaPositions(config.topic(), positions);
    }

    @Override
    public void run() {
        long retryMillis = MIN_RETRY_MILLIS;
        while (!Thread.currentThread().isInterrupted()) {
            long started = System.nanoTime();
            try {
                read();
            } catch (InterruptException | InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (KafkaException e) {
                boolean ranLong =
                        System.nanoTime() - started > Duration.ofMinutes(1).toNanos();
                retryMillis = ranLong ? MIN_RETRY_MILLIS : Math.min(2 * retryMillis, MAX_RETRY_MILLIS);
                LOG.warn(
                        "topic {} cannot be read, next attempt in {} ms: {}",
                        config.topic(),
                        retryMillis,
                        e.toString());
                pause(retryMillis);
            }
        }
    }

    private void read() throws InterruptedException {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config.consumer(), bytes, bytes);
        try {
            new TopicReading(config, consumer, intake, sink, positions).run();
        } finally {
            boolean interrupted = Thread.interrupted();
            consumer.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
