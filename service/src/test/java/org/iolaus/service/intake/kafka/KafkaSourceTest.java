package org.iolaus.service.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.service.engine.LiveConfig;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.intake.Intakes;
import org.iolaus.service.intake.RecordingSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSourceTest {
    private static final int PARTITIONS = 3;

    @TempDir
    Path folder;

    private static List<byte[]> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Intakes.line(i).getBytes(UTF_8))
                .toList();
    }

    private static KafkaConfig config(Broker broker, String topic, @Nullable String group) {
        return new KafkaConfig(
                broker.servers(),
                topic,
                Shape.EXCHANGES,
                group,
                50,
                Map.of("session.timeout.ms", "6000", "reconnect.backoff.max.ms", "500", "fetch.max.wait.ms", "100"));
    }

    /** A source on its thread, and what it logged. */
    private static final class Running implements AutoCloseable {
        private final RecordingSink sink;
        private final Thread thread;

        Running(KafkaConfig config, LiveDetector live, boolean stormy) {
            sink = new RecordingSink(live, stormy);
            thread = Thread.ofPlatform().start(new KafkaSource(config, Intakes.intake(), sink, live.positions()));
        }

        void awaitExchanges(int count) {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(sink.keys()).hasSizeGreaterThanOrEqualTo(count));
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private LiveDetector live(String name) throws Exception {
        LiveDetector live =
                LiveDetector.open(folder.resolve(name), LiveConfig.DEFAULT, InstantSource.fixed(Intakes.NOW));
        live.start().join();
        return live;
    }

    @Test
    void run_brokerIsKilledAndServiceStopped_eachRecordIsLoggedOnce() throws Exception {
        try (Broker broker = new Broker(folder)) {
            broker.create("exchanges", PARTITIONS);
            broker.send("exchanges", PARTITIONS, lines(0, 300));
            List<Long> first;
            try (LiveDetector live = live("log");
                    Running running = new Running(config(broker, "exchanges", null), live, true)) {
                running.awaitExchanges(300);
                first = running.sink.keys();
            }
            try (LiveDetector live = live("log");
                    Running running = new Running(config(broker, "exchanges", null), live, false)) {
                broker.send("exchanges", PARTITIONS, lines(300, 400));
                running.awaitExchanges(100);
                broker.kill();
                broker.start();
                broker.send("exchanges", PARTITIONS, lines(400, 500));
                running.awaitExchanges(200);

                assertThat(first).hasSize(300).doesNotHaveDuplicates();
                assertThat(running.sink.keys())
                        .hasSize(200)
                        .doesNotHaveDuplicates()
                        .doesNotContainAnyElementsOf(first);
                assertThat(live.positions()).hasSize(PARTITIONS).containsKey("kafka:exchanges-0");
            }
            readInAGroup(broker);
        }
    }

    private void readInAGroup(Broker broker) throws Exception {
        broker.create("grouped", PARTITIONS);
        broker.send("grouped", PARTITIONS, lines(0, 60));
        KafkaConfig config = config(broker, "grouped", "iolaus");
        try (LiveDetector live = live("one");
                Running running = new Running(config, live, false)) {
            running.awaitExchanges(60);
        }
        broker.send("grouped", PARTITIONS, lines(60, 90));
        try (LiveDetector live = live("other");
                Running running = new Running(config, live, false)) {
            running.awaitExchanges(30);
            assertThat(running.sink.accounts()).hasSize(30).contains("a60", "a89");
        }
    }

    @Test
    void config_valueBreaksARule_isRefused() {
        assertThatThrownBy(() -> new KafkaConfig("h:1", "t", Shape.LITELLM, null, 0, Map.of()))
                .hasMessage("maxRecords 0 must be at least 1");
        assertThatThrownBy(() -> new KafkaConfig("h:1", " ", Shape.LITELLM, null, 1, Map.of()))
                .hasMessage("topic is blank and must be given");
    }
}
