package org.iolaus.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchCodecTest {
    private static long hash(SplittableRandom random) {
        return random.nextInt(3) == 0 ? 0 : random.nextLong();
    }

    private static @Nullable String text(SplittableRandom random, String name) {
        return random.nextInt(3) == 0 ? null : name + "-é-" + random.nextInt(5);
    }

    private static int tokens(SplittableRandom random) {
        return random.nextInt(3) == 0 ? -1 : random.nextInt();
    }

    private static Fingerprint fingerprint(SplittableRandom random) {
        byte[] capabilities = new byte[Capability.values().length];
        random.nextBytes(capabilities);
        return new Fingerprint(
                random.nextLong(1L << 52),
                hash(random),
                hash(random),
                "account-" + random.nextInt(9),
                hash(random),
                text(random, "user"),
                hash(random),
                "model-" + random.nextInt(3),
                text(random, "pathway"),
                hash(random),
                hash(random),
                hash(random),
                NetworkKind.values()[random.nextInt(4)],
                hash(random),
                hash(random),
                random.longs(random.nextInt(9)).toArray(),
                hash(random),
                hash(random),
                random.longs(random.nextInt(7)).toArray(),
                hash(random),
                tokens(random),
                capabilities,
                tokens(random),
                tokens(random),
                tokens(random),
                tokens(random),
                random.nextBoolean(),
                hash(random));
    }

    private static Account account(SplittableRandom random) {
        return new Account(
                "account-" + random.nextInt(9),
                random.nextBoolean() ? Long.MIN_VALUE : random.nextLong(1L << 52),
                random.nextBoolean() ? Long.MIN_VALUE : random.nextLong(1L << 52),
                text(random, "organization"),
                random.nextBoolean() ? null : Account.Type.values()[random.nextInt(7)],
                text(random, "plan"),
                text(random, "domain"),
                text(random, "email"),
                text(random, "payment"),
                text(random, "country"),
                text(random, "phone"),
                text(random, "ip"),
                text(random, "country"),
                Account.Verification.values()[random.nextInt(5)],
                random.nextBoolean() ? Set.of() : Set.of("distillation", "evaluation"));
    }

    private static Fact fact(SplittableRandom random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Fact.AccountUpdated(account(random));
            case 1 -> new Fact.Released(new Release("model", text(random, "provider"), random.nextLong()));
            case 2 ->
                new Fact.Reviewed(new Review(
                        "account", text(random, "user"), Review.Outcome.OVERTURNED, random.nextInt(), Long.MAX_VALUE));
            case 3 -> new Fact.Read("topic-1", "offset " + random.nextInt());
            case 4 -> new Fact.Drained();
            case 5 -> new Fact.Ticked();
            default -> new Fact.Exchanged(fingerprint(random));
        };
    }

    private static Batch batch(SplittableRandom random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            facts.add(fact(random));
        }
        return new Batch(random.nextLong(1L << 52), "sender", facts);
    }

    private static byte[] bytes(Batch batch) {
        ByteSink sink = BatchCodec.encode(batch);
        return Arrays.copyOf(sink.array(), sink.size());
    }

    @Test
    void decode_whatWasEncoded_isTheSame() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            Batch batch = batch(random);
            byte[] bytes = bytes(batch);

            assertThat(BatchCodec.decode(bytes, 0, bytes.length))
                    .usingRecursiveComparison(
                            RecursiveComparisonConfiguration.builder().build())
                    .isEqualTo(batch);
        }
    }

    @Test
    void decode_anythingElse_failsAndTakesNoMemory() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = bytes(batch(random));
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            try {
                BatchCodec.decode(cut, 0, cut.length);
            } catch (RuntimeException e) {
                assertThat(e)
                        .isInstanceOfAny(
                                IndexOutOfBoundsException.class,
                                IllegalArgumentException.class,
                                ArithmeticException.class,
                                NullPointerException.class);
            }
        }
    }

    @Test
    void decode_unknownTag_isRefused() {
        byte[] bytes = bytes(new Batch(1, "s", List.of(new Fact.Ticked())));
        bytes[bytes.length - 1] = 99;

        assertThatThrownBy(() -> BatchCodec.decode(bytes, 0, bytes.length))
                .hasMessage("a fact's tag 99 must be 1 to 7");
    }
}
