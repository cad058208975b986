package org.iolaus.service.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.iolaus.service.decision.Decisions;
import org.iolaus.service.engine.EngineStatus;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;

/** What the service says of itself in numbers; no number names anybody. */
final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = HttpMeters.registry();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final LiveDetector detector;

    /** @param claimed whether the database is known to be this service's */
    Metrics(LiveDetector detector, ExchangeIntake intake, Decisions decisions, BooleanSupplier claimed) {
        this.detector = detector;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        gauge("iolaus.engine.running", status -> status.phase() == EngineStatus.Phase.RUNNING ? 1 : 0);
        gauge("iolaus.engine.sound", status -> status.failure() == null ? 1 : 0);
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
        gauge("iolaus.log.applied", EngineStatus::appliedPosition);
        gauge("iolaus.snapshot.position", EngineStatus::snapshotPosition);
        gauge("iolaus.snapshot.timestamp.seconds", Metrics::snapshotSeconds);
        gauge("iolaus.snapshot.pause.seconds", status -> status.snapshotMillis() / 1e3);
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
        Gauge.builder("iolaus.store.claimed", claimed, each -> each.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(registry);
        ActiveDecisions active = new ActiveDecisions(decisions);
        for (Mode mode : Mode.values()) {
            for (Action action : EnumSet.complementOf(EnumSet.of(Action.ALLOW))) {
                Gauge.builder("iolaus.decisions.active", active, each -> each.count(mode, action))
                        .strongReference(true)
                        .tag("mode", mode.name().toLowerCase(Locale.ROOT))
                        .tag("action", action.label())
                        .register(registry);
            }
        }
    }

    private static double snapshotSeconds(EngineStatus status) {
        return status.snapshotAt() == null ? 0 : status.snapshotAt().toEpochMilli() / 1e3;
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
