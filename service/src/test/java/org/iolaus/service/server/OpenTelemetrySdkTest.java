package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.service.access.Scope;
import org.iolaus.service.log.LoggedFacts;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenTelemetry's own SDK for Java sends spans of model calls to a running service, as an instrumented program does. */
@Timeout(120)
class OpenTelemetrySdkTest {
    private static final String SYSTEM = "You write short answers for a shop that sells garden tools.";
    private static final String QUESTION =
            "Which of our spades suits heavy clay soil, and how is its blade kept sharp?";

    @TempDir
    Path data;

    enum Transport {
        HTTP {
            @Override
            SpanExporter exporter(int port, String key) {
                return OtlpHttpSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + port + "/v1/traces")
                        .setCompression("gzip")
                        .addHeader("X-Api-Key", key)
                        .build();
            }
        },
        GRPC {
            @Override
            SpanExporter exporter(int port, String key) {
                return OtlpGrpcSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + port)
                        .setCompression("gzip")
                        .addHeader("authorization", "Bearer " + key)
                        .build();
            }
        };

        abstract SpanExporter exporter(int port, String key);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void spans_ofSeveralGenerationsOfNames_areCountedForTheirAccounts(Transport transport) throws Exception {
        try (RunningService service = RunningService.start(data, Map.of())) {
            send(transport.exporter(service.port(), service.key(Scope.INGEST)));

            assertThat(service.drained()).isEqualTo(5);
        }
        check(LoggedFacts.exchanges(data));
    }

    private static void check(List<Fingerprint> exchanges) {
        assertThat(exchanges)
                .extracting(Fingerprint::model, Fingerprint::accountId, Fingerprint::inputTokens)
                .containsExactlyInAnyOrder(
                        tuple("structured", "acct-new", 31),
                        tuple("text", "acct-new", 32),
                        tuple("events", "acct-middle", 33),
                        tuple("numbered", "acct-old", 34),
                        tuple("without-content", "acct-old", 35));
        Fingerprint first = exchange(exchanges, "structured");
        for (String same : List.of("text", "events", "numbered")) {
            assertThat(exchange(exchanges, same))
                    .as(same)
                    .usingRecursiveComparison()
                    .comparingOnlyFields("system", "systemShingles", "opening", "shingles", "item", "turnTokens")
                    .isEqualTo(first);
        }
        assertThat(first.item()).isNotZero();
        assertThat(first.system()).isNotZero();
        assertThat(exchange(exchanges, "without-content").item()).isZero();
    }

    private static Fingerprint exchange(List<Fingerprint> exchanges, String model) {
        return exchanges.stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static void send(SpanExporter exporter) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()) {
            Tracer tracer = provider.get("shop");
            Span agent = tracer.spanBuilder("invoke_agent helper")
                    .setAttribute("gen_ai.operation.name", "invoke_agent")
                    .setAttribute("user.id", "acct-new")
                    .startSpan();
            agent.end();
            current(tracer, "structured", 31)
                    .setAttribute(AttributeKey.valueKey("gen_ai.system_instructions"), Value.of(List.of(part(SYSTEM))))
                    .setAttribute(
                            AttributeKey.valueKey("gen_ai.input.messages"),
                            Value.of(List.of(Value.of(
                                    Map.of("role", Value.of("user"), "parts", Value.of(List.of(part(QUESTION))))))))
                    .startSpan()
                    .end();
            current(tracer, "text", 32)
                    .setAttribute("gen_ai.system_instructions", "[{\"type\":\"text\",\"content\":\"" + SYSTEM + "\"}]")
                    .setAttribute(
                            "gen_ai.input.messages",
                            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + QUESTION + "\"}]}]")
                    .startSpan()
                    .end();
            events(tracer);
            numbered(tracer);
            chat(tracer, "without-content")
                    .setAttribute("enduser.id", "acct-old")
                    .setAttribute("gen_ai.usage.input_tokens", 35)
                    .startSpan()
                    .end();
            assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
    }

    private static Value<?> part(String text) {
        return Value.of(Map.of("type", Value.of("text"), "content", Value.of(text)));
    }

    private static SpanBuilder chat(Tracer tracer, String model) {
        return tracer.spanBuilder("chat " + model)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.request.model", model);
    }

    /** The conventions as they are now. */
    private static SpanBuilder current(Tracer tracer, String model, long inputTokens) {
        return chat(tracer, model)
                .setAttribute("gen_ai.provider.name", "atlas")
                .setAttribute("user.id", "acct-new")
                .setAttribute("gen_ai.usage.input_tokens", inputTokens)
                .setAttribute("client.address", "192.0.2.7");
    }

    /** Messages as events, as up to v1.36. */
    private static void events(Tracer tracer) {
        Span span = chat(tracer, "events")
                .setAttribute("gen_ai.system", "atlas")
                .setAttribute("enduser.id", "acct-middle")
                .setAttribute("gen_ai.usage.prompt_tokens", 33)
                .startSpan();
        span.addEvent("gen_ai.system.message", Attributes.of(AttributeKey.stringKey("content"), SYSTEM));
        span.addEvent("gen_ai.user.message", Attributes.of(AttributeKey.stringKey("content"), QUESTION));
        span.end();
    }

    /** Numbered attributes, as the first instrumentations wrote them. */
    private static void numbered(Tracer tracer) {
        tracer.spanBuilder("openai.chat")
                .setAttribute("llm.request.type", "chat")
                .setAttribute("gen_ai.system", "atlas")
                .setAttribute("gen_ai.request.model", "numbered")
                .setAttribute("enduser.id", "acct-old")
                .setAttribute("gen_ai.prompt.0.role", "system")
                .setAttribute("gen_ai.prompt.0.content", SYSTEM)
                .setAttribute("gen_ai.prompt.1.role", "user")
                .setAttribute("gen_ai.prompt.1.content", QUESTION)
                .setAttribute("gen_ai.usage.prompt_tokens", 34)
                .startSpan()
                .end();
    }
}
