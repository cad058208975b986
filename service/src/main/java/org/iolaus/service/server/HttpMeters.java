package org.iolaus.service.server;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.stream.DoubleStream;

/**
 * How requests are measured: times in fixed buckets, all else by count and sum. Percentiles worked out in the process cost
 * about as much as a look-up and cannot be added up over routes or machines.
 */
public final class HttpMeters implements MeterFilter {
    private static final String TIME = "iolaus.http.total.duration";

    /** Upper bounds of the buckets in ms. */
    private static final double[] BUCKETS = {.1, .2, .5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000
    };

    private static final DistributionStatisticConfig TIMES = DistributionStatisticConfig.builder()
            .percentiles()
            .serviceLevelObjectives(DoubleStream.of(BUCKETS)
                    .map(millis -> millis * Duration.ofMillis(1).toNanos())
                    .toArray())
            .build();
    private static final DistributionStatisticConfig SUMS = DistributionStatisticConfig.builder()
            .percentiles()
            .serviceLevelObjectives()
            .build();

    private HttpMeters() {}

    /** An empty registry that measures so. */
    public static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new HttpMeters());
        return registry;
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return (id.getName().equals(TIME) ? TIMES : SUMS).merge(config);
    }
}
