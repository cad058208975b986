package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.Customers.DAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.detection.FingerprintBuilder;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static Subject subject() {
        return new Subject(3, 99, "account", null);
    }

    @Test
    void add_twoExchanges_sums() {
        Subject subject = subject();
        subject.add(
                FingerprintBuilder.at(2 * DAY + 5)
                        .tokens(10, 20)
                        .asks(Capability.CODING, 255)
                        .build(),
                4,
                1);
        subject.add(
                FingerprintBuilder.at(2 * DAY)
                        .tokens(1, 2)
                        .asks(Capability.CODING, 51)
                        .build(),
                4,
                2);

        assertThat(subject.exchanges()).isEqualTo(2);
        assertThat(subject.firstMicros()).isEqualTo(2 * DAY);
        assertThat(subject.lastMicros()).isEqualTo(2 * DAY + 5);
        assertThat(subject.inputTokens()).isEqualTo(11);
        assertThat(subject.outputTokens()).isEqualTo(22);
        assertThat(subject.capability(Capability.CODING)).isCloseTo(1.2, within(1e-12));
        assertThat(subject.capability(Capability.ORDINARY)).isZero();
        assertThat(subject.models()).hasSize(1).containsEntry(2L << Catalog.BITS | 4, 2);
        assertThat(subject.pathways()).hasSize(2).containsEntry(1L, 1).containsEntry(2L, 1);
    }

    @Test
    void add_unknownTokens_countAsNone() {
        Subject subject = subject();
        subject.add(FingerprintBuilder.at(0).build(), 0, 0);
        assertThat(subject.inputTokens()).isZero();
        assertThat(subject.outputTokens()).isZero();
    }

    @Test
    void add_beforeTheEpoch_countsOnTheDayBefore() {
        Subject subject = subject();
        subject.add(FingerprintBuilder.at(-1).build(), 7, 0);
        assertThat(subject.models()).hasSize(1).containsEntry(-1L << Catalog.BITS | 7, 1);
    }

    @Test
    void add_shuffled_isTheSameProfile() {
        List<Fingerprint> exchanges = exchanges(new SplittableRandom(31));
        Subject expected = profile(exchanges);
        Random random = new Random(32);
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(exchanges, random);
            Subject subject = profile(exchanges);
            assertThat(subject.firstMicros()).isEqualTo(expected.firstMicros());
            assertThat(subject.lastMicros()).isEqualTo(expected.lastMicros());
            assertThat(subject.inputTokens()).isEqualTo(expected.inputTokens());
            assertThat(subject.outputTokens()).isEqualTo(expected.outputTokens());
            assertThat(subject.models()).isEqualTo(expected.models());
            assertThat(subject.pathways()).isEqualTo(expected.pathways());
            assertThat(Capability.values())
                    .allMatch(capability -> subject.capability(capability) == expected.capability(capability));
            assertThat(items(subject)).isEqualTo(items(expected));
        }
    }

    private static List<Long> items(Subject subject) {
        return IntStream.range(0, subject.items().size())
                .mapToObj(subject.items()::item)
                .toList();
    }

    private static List<Fingerprint> exchanges(SplittableRandom random) {
        List<Fingerprint> exchanges = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            FingerprintBuilder exchange = FingerprintBuilder.at(random.nextLong(5 * DAY))
                    .item(random.nextLong())
                    .tokens(random.nextInt(1000), random.nextInt(1000));
            for (Capability capability : Capability.values()) {
                exchange.asks(capability, random.nextInt(256));
            }
            exchanges.add(exchange.build());
        }
        return exchanges;
    }

    private static Subject profile(List<Fingerprint> exchanges) {
        Subject subject = subject();
        exchanges.forEach(exchange -> subject.add(exchange, exchange.inputTokens() % 3, exchange.outputTokens() % 2));
        return subject;
    }

    @Test
    void share_again_isNotNew() {
        Subject subject = subject();
        assertThat(subject.share(3, 7)).isTrue();
        assertThat(subject.share(3, 3)).isTrue();
        assertThat(subject.share(3, 7)).isFalse();
        assertThat(subject.objects(3).toIntArray()).containsExactly(7, 3);
    }

    @Test
    void add_inAnotherWeek_letsValuesBeLinkedAgain() {
        Subject subject = subject();
        subject.add(FingerprintBuilder.at(0).build(), 0, 0);
        assertThat(subject.recurrence().appears(5)).isTrue();
        subject.add(FingerprintBuilder.at(6 * DAY).build(), 0, 0);
        assertThat(subject.recurrence().appears(5)).isFalse();
        subject.add(FingerprintBuilder.at(7 * DAY).build(), 0, 0);
        assertThat(subject.recurrence().appears(5)).isTrue();
    }
}
