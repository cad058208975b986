package org.iolaus.service.review.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleQueueTest {
    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private Samples samples;
    private SampleQueue queue;

    @BeforeEach
    void open() {
        world = new ReviewWorld(TestDatabase.H2, folder);
        SampleConfig config = new SampleConfig(true, 5, 100, 10, Duration.ofDays(7));
        samples = new Samples(world.database, world.vault, config, world.clock, world.random);
        queue = new SampleQueue(config, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void add_manyOfAnAccount_takesOneAMinuteAndCutsIt() {
        queue.add("acct-1", "one, and much more");
        queue.add("acct-1", "two");
        queue.add("acct-2", "three");
        queue.write(samples);
        world.clock.advance(Duration.ofMinutes(1));
        queue.add("acct-1", "four");
        queue.write(samples);

        assertThat(samples.of("acct-1")).containsExactly("four", "one, and m");
        assertThat(samples.of("acct-2")).containsExactly("three");
    }

    @Test
    void add_thousandsAtOnce_keepsNoMoreThanFitAndNeverWaits() {
        for (int i = 0; i < 5_000; i++) {
            queue.add("acct-" + i, "text");
        }

        assertThat(queue.wants("acct-new")).isFalse();
        queue.write(samples);
        assertThat(queue.wants("acct-new")).isTrue();
        assertThat(world.<Integer>in(handle -> handle.createQuery("SELECT COUNT(*) FROM sample")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(100);
    }

    @Test
    void forget_erasedAccount_isNotKept() {
        queue.add("acct-1", "one");
        queue.add("acct-2", "two");
        queue.forget("acct-1");
        queue.write(samples);

        assertThat(samples.of("acct-1")).isEmpty();
        assertThat(samples.of("acct-2")).hasSize(1);
    }

    @Test
    void off_wantsNothing() {
        assertThat(SampleQueue.off().wants("acct-1")).isFalse();
    }
}
