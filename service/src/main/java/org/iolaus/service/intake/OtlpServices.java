package org.iolaus.service.intake;

import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.service.access.Access;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.engine.Submission;

/** OTLP over gRPC. What cannot be taken now is answered as unavailable, which exporters try again. */
public final class OtlpServices {
    private final ExchangeIntake intake;
    private final FactSink sink;
    private final Executor readers;

    /** @param readers runs the reading of requests */
    public OtlpServices(ExchangeIntake intake, FactSink sink, Executor readers) {
        this.intake = intake;
        this.sink = sink;
        this.readers = readers;
    }

    /** Both services. */
    public GrpcService service() {
        return GrpcService.builder().addServices(new Traces(), new Logs()).build();
    }

    private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
            take(reception -> reception.read(request), OtlpServices::traces, observer);
        }
    }

    private final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
        @Override
        public void export(ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> observer) {
            take(reception -> reception.read(request), OtlpServices::logs, observer);
        }
    }

    private <T> void take(UnaryOperator<Reception> reading, Function<Reception, T> answer, StreamObserver<T> observer) {
        String sender = Access.caller(ServiceRequestContext.current()).keyId();
        readers.execute(() -> {
            try {
                Reception reception = reading.apply(intake.receive(sender));
                submit(reception, sender, answer, observer);
            } catch (RuntimeException e) {
                observer.onError(e);
            }
        });
    }

    private <T> void submit(
            Reception reception, String sender, Function<Reception, T> answer, StreamObserver<T> observer) {
        if (reception.isEmpty()) {
            done(answer.apply(reception), observer);
            return;
        }
        switch (sink.submit(reception.batch(sender))) {
            case Submission.Taken taken -> {
                var _ = taken.durable().whenComplete((nothing, lost) -> {
                    if (lost == null) {
                        reception.acknowledged();
                        done(answer.apply(reception), observer);
                    } else {
                        observer.onError(unavailable("the log cannot be written"));
                    }
                });
            }
            case Submission.Busy busy -> observer.onError(unavailable(busy.reason()));
            case Submission.Unwritable unwritable -> observer.onError(unavailable(unwritable.reason()));
        }
    }

    private static RuntimeException unavailable(String reason) {
        return Status.UNAVAILABLE.withDescription(reason).asRuntimeException();
    }

    private static <T> void done(T answer, StreamObserver<T> observer) {
        observer.onNext(answer);
        observer.onCompleted();
    }

    private static ExportTraceServiceResponse traces(Reception reception) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (reception.counts().rejected() > 0) {
            response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(reception.counts().rejected())
                    .setErrorMessage(first(reception)));
        }
        return response.build();
    }

    private static ExportLogsServiceResponse logs(Reception reception) {
        ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
        if (reception.counts().rejected() > 0) {
            response.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                    .setRejectedLogRecords(reception.counts().rejected())
                    .setErrorMessage(first(reception)));
        }
        return response.build();
    }

    private static String first(Reception reception) {
        return reception.rejections().stream()
                .findFirst()
                .map(Rejection::reason)
                .orElse("");
    }
}
