package org.iolaus.service.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.intake.ExchangeIntake;

/** What the service says of itself in numbers; no number names anybody. */
final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LiveDetector detector;

    Metrics(LiveDetector detector, ExchangeIntake intake, Decisions decisions) {
        this.detector = detector;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauge("iolaus.engine.running", status -> status.phase() == EngineStatus.Phase.RUNNING ? 1 : 0);
        gauge("iolaus.engine.queued.exchanges", EngineStatus::queuedExchanges);
        gauge("iolaus.engine.queued.bytes", EngineStatus::queuedBytes);
        gauge("iolaus.engine.lag.seconds", status -> status.lagMicros() / 1e6);
        gauge("iolaus.engine.rulings", EngineStatus::rulings);
        gauge("iolaus.engine.accounts", EngineStatus::accounts);
        counter("iolaus.engine.exchanges", EngineStatus::exchanges);
        counter("iolaus.engine.duplicates", EngineStatus::duplicates);
        counter("iolaus.engine.conflicts", EngineStatus::conflicts);
        counter("iolaus.engine.late", EngineStatus::late);
        counter("iolaus.log.batches", EngineStatus::loggedPosition);
        FunctionCounter.builder(
                        "iolaus.intake.accepted", intake, each -> each.counts().accepted())
                .register(registry);
        FunctionCounter.builder(
                        "iolaus.intake.rejected", intake, each -> each.counts().rejected())
                .register(registry);
        FunctionCounter.builder(
                        "iolaus.intake.skipped", intake, each -> each.counts().skipped())
                .register(registry);
        Gauge.builder("iolaus.decisions.held", decisions, Decisions::size).register(registry);
    }

    private void gauge(String name, ToDoubleFunction<EngineStatus> value) {
        Gauge.builder(name, detector, each -> value.applyAsDouble(each.status()))
                .register(registry);
    }

    private void counter(String name, ToDoubleFunction<EngineStatus> value) {
        FunctionCounter.builder(name, detector, each -> value.applyAsDouble(each.status()))
                .register(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
