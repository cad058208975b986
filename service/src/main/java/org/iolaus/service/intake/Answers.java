package org.iolaus.service.intake;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.service.access.Problem;
import org.iolaus.service.findings.Fields;
import org.jspecify.annotations.Nullable;

/** What a sender is told of what it sent. */
final class Answers {
    private Answers() {}

    /** Counts, and the first reasons with their lines. */
    static HttpResponse counted(Reception reception) {
        String body = new Fields()
                .put("accepted", reception.counts().accepted())
                .put("rejected", reception.counts().rejected())
                .put("skipped", reception.counts().skipped())
                .list("rejections", reception.rejections(), Answers::rejection)
                .json();
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON_UTF_8, body + "\n");
    }

    private static Fields rejection(Rejection rejection) {
        return new Fields().count("line", rejection.line()).put("reason", rejection.reason());
    }

    /**
     * An OTLP answer. Those to logs and to traces have equal fields in protobuf, and other names in JSON.
     *
     * @param rejectedName name of the count of rejected records in JSON, or null for protobuf
     * @throws Problem if the body is no OTLP at all
     */
    static HttpResponse otlp(Reception reception, @Nullable String rejectedName) {
        Rejection first =
                reception.rejections().isEmpty() ? null : reception.rejections().getFirst();
        if (first != null && first.line() == 0 && reception.counts().accepted() == 0) {
            throw Problem.invalid(first.reason());
        }
        long rejected = reception.counts().rejected();
        return rejectedName == null ? protobuf(rejected, first) : json(rejectedName, rejected, first);
    }

    private static HttpResponse protobuf(long rejected, @Nullable Rejection first) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (first != null) {
            response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(rejected)
                    .setErrorMessage(first.reason()));
        }
        return HttpResponse.of(
                HttpStatus.OK, MediaType.PROTOBUF, response.build().toByteArray());
    }

    private static HttpResponse json(String rejectedName, long rejected, @Nullable Rejection first) {
        Fields response = new Fields();
        if (first != null) {
            Fields partial =
                    new Fields().put(rejectedName, Long.toString(rejected)).put("errorMessage", first.reason());
            response.put("partialSuccess", partial.asMap());
        }
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON_UTF_8, response.json() + "\n");
    }
}
