package org.iolaus.ingest.shape.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.ingest.shape.otlp.Observation.Event;
import tools.jackson.databind.JsonNode;

/**
 * Log records of one message, put together by the span that they speak of: the older conventions log each message of a
 * conversation by itself. A record that carries all by itself stands alone. Not thread-safe.
 */
final class LogGroups {
    private final Map<String, Observation> groups = new LinkedHashMap<>();
    private final List<Observation> alone = new ArrayList<>();
    private long size;

    /** The event that a log record is; older senders name it in an attribute. */
    static Event event(String name, Attributes attributes, JsonNode body) {
        String given = name.isEmpty() ? attributes.text("event.name") : name;
        return new Event(given == null ? "" : given, attributes, body);
    }

    /** Records added so far. */
    long size() {
        return size;
    }

    void add(Observation log) {
        size++;
        String name = log.events().getFirst().name();
        if (!MessageEvents.isMessage(name) || log.spanId().isEmpty()) {
            alone.add(log);
        } else {
            groups.merge(log.traceId() + ":" + log.spanId(), log, LogGroups::together);
        }
    }

    private static Observation together(Observation first, Observation next) {
        Map<String, JsonNode> own = new HashMap<>(first.attributes().own());
        next.attributes().own().forEach(own::putIfAbsent);
        List<Event> events = new ArrayList<>(first.events());
        events.addAll(next.events());
        return new Observation(
                first.number(),
                first.traceId(),
                first.spanId(),
                Math.min(first.timeNanos(), next.timeNanos()),
                Observation.Kind.LOG,
                new Attributes(own, first.attributes().resource()),
                events);
    }

    List<Observation> observations() {
        List<Observation> all = new ArrayList<>(alone);
        all.addAll(groups.values());
        return all;
    }
}
