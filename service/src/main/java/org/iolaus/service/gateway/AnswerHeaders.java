package org.iolaus.service.gateway;

import com.linecorp.armeria.common.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.util.function.BiConsumer;
import org.iolaus.service.decision.Answer;

/** An answer as headers that a gateway reads or hands on. */
final class AnswerHeaders {
    static final AsciiString ACTION = HttpHeaderNames.of("x-iolaus-action");
    static final AsciiString REASON = HttpHeaderNames.of("x-iolaus-reason");
    static final AsciiString REFERENCE = HttpHeaderNames.of("x-iolaus-reference");
    static final AsciiString WATERMARK_KEY = HttpHeaderNames.of("x-iolaus-watermark-key");

    private AnswerHeaders() {}

    /** Gives each header that applies. */
    static void write(Answer answer, BiConsumer<AsciiString, String> sink) {
        sink.accept(ACTION, answer.action().label());
        sink.accept(REASON, answer.reason().label());
        if (!answer.reference().isEmpty()) {
            sink.accept(REFERENCE, answer.reference());
        }
        if (answer.watermarkKeyId() != null) {
            sink.accept(WATERMARK_KEY, answer.watermarkKeyId());
        }
        Long retryAfter = answer.retryAfterSeconds();
        if (!answer.permitted() && retryAfter != null) {
            sink.accept(HttpHeaderNames.RETRY_AFTER, retryAfter.toString());
        }
    }
}
