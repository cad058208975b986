package org.iolaus.service.log;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/**
 * A batch as bytes, format {@value #FORMAT}: when it was received, its sender, and its facts, each a tag and its fields.
 * Times are differences from the time of receipt. Nothing of the classes' own shape is saved, so they may change.
 */
final class BatchCodec {
    /** Version of what is written; another one is refused. */
    static final int FORMAT = 1;

    private static final int EXPECTED_BYTES = 320;
    private static final int EXCHANGED = 1;
    private static final int ACCOUNT_UPDATED = 2;
    private static final int RELEASED = 3;
    private static final int REVIEWED = 4;
    private static final int READ = 5;
    private static final int DRAINED = 6;
    private static final int TICKED = 7;

    private BatchCodec() {}

    static ByteSink encode(Batch batch) {
        ByteSink sink = new ByteSink(EXPECTED_BYTES * batch.facts().size());
        sink.signed(batch.receivedMicros());
        sink.string(batch.sender());
        sink.number(batch.facts().size());
        for (Fact fact : batch.facts()) {
            encode(fact, batch.receivedMicros(), sink);
        }
        return sink;
    }

    private static void encode(Fact fact, long receivedMicros, ByteSink sink) {
        switch (fact) {
            case Fact.Exchanged exchanged -> {
                sink.octet(EXCHANGED);
                FingerprintCodec.encode(exchanged.fingerprint(), receivedMicros, sink);
            }
            case Fact.AccountUpdated updated -> {
                sink.octet(ACCOUNT_UPDATED);
                AccountCodec.encode(updated.account(), sink);
            }
            case Fact.Released(Release release) -> {
                sink.octet(RELEASED);
                sink.string(release.model());
                sink.string(release.provider());
                sink.signed(release.releasedMicros());
            }
            case Fact.Reviewed(Review review) -> {
                sink.octet(REVIEWED);
                encode(review, sink);
            }
            case Fact.Read(String source, String position) -> {
                sink.octet(READ);
                sink.string(source);
                sink.string(position);
            }
            case Fact.Drained() -> sink.octet(DRAINED);
            case Fact.Ticked() -> sink.octet(TICKED);
        }
    }

    private static void encode(Review review, ByteSink sink) {
        sink.string(review.accountId());
        sink.string(review.endUserId());
        sink.octet(
                switch (review.outcome()) {
                    case CONFIRMED -> 0;
                    case OVERTURNED -> 1;
                });
        sink.signed(review.timeMicros());
        sink.signed(review.untilMicros());
    }

    /**
     * Reads a batch back.
     *
     * @throws RuntimeException if the bytes are no batch
     */
    static Batch decode(byte[] bytes, int from, int end) {
        ByteSource source = new ByteSource(bytes, from, end);
        long receivedMicros = source.signed();
        String sender = source.text();
        int count = source.count(1);
        List<Fact> facts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            facts.add(fact(source, receivedMicros));
        }
        if (!source.isEmpty()) {
            throw new IllegalArgumentException("a batch must end with its last fact");
        }
        return new Batch(receivedMicros, sender, facts);
    }

    private static Fact fact(ByteSource source, long receivedMicros) {
        int tag = source.octet();
        return switch (tag) {
            case EXCHANGED -> new Fact.Exchanged(FingerprintCodec.decode(source, receivedMicros));
            case ACCOUNT_UPDATED -> new Fact.AccountUpdated(AccountCodec.decode(source));
            case RELEASED -> new Fact.Released(new Release(source.text(), source.string(), source.signed()));
            case REVIEWED -> new Fact.Reviewed(review(source));
            case READ -> new Fact.Read(source.text(), source.text());
            case DRAINED -> new Fact.Drained();
            case TICKED -> new Fact.Ticked();
            default -> throw new IllegalArgumentException("a fact's tag " + tag + " must be 1 to 7");
        };
    }

    private static Review review(ByteSource source) {
        String accountId = source.text();
        String endUserId = source.string();
        int outcome = source.octet();
        return new Review(
                accountId,
                endUserId,
                switch (outcome) {
                    case 0 -> Review.Outcome.CONFIRMED;
                    case 1 -> Review.Outcome.OVERTURNED;
                    default -> throw new IllegalArgumentException("an outcome " + outcome + " must be 0 or 1");
                },
                source.signed(),
                source.signed());
    }
}
