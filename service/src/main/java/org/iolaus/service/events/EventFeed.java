package org.iolaus.service.events;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.sse.ServerSentEvent;
import com.linecorp.armeria.common.stream.StreamMessage;
import com.linecorp.armeria.common.stream.StreamWriter;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.streaming.ServerSentEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A feed of server-sent events. The last events are kept, so that a listener that comes back with {@code Last-Event-ID}
 * misses none of them; a listener that falls too far behind is cut off. Thread-safe; publishing never waits.
 */
public final class EventFeed implements AutoCloseable {
    private static final String LAST_ID = "last-event-id";
    private static final long HEARTBEAT_SECONDS = 15;

    private final int kept;
    private final Deque<Event> past = new ArrayDeque<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long next = 1;

    /** @param kept events to keep, and to hold back for one listener */
    public EventFeed(int kept) {
        this.kept = kept;
    }

    private record Event(long id, ServerSentEvent event) {}

    /** One open response. */
    private final class Listener {
        private final StreamWriter<ServerSentEvent> writer = StreamMessage.streaming();
        private final AtomicInteger waiting = new AtomicInteger();

        /** Whether the listener still takes events. */
        private boolean take(ServerSentEvent event) {
            if (waiting.incrementAndGet() > 2 * kept) {
                writer.close(new IllegalStateException("the listener takes events too slowly"));
                return false;
            }
            return writer.tryWrite(event);
        }
    }

    /**
     * Tells all listeners.
     *
     * @param name kind of event
     * @param data one line
     */
    public synchronized void publish(String name, String data) {
        long id = next++;
        ServerSentEvent event = ServerSentEvent.builder()
                .id(Long.toString(id))
                .event(name)
                .data(data)
                .build();
        past.addLast(new Event(id, event));
        if (past.size() > kept) {
            past.removeFirst();
        }
        listeners.removeIf(listener -> !listener.take(event));
    }

    /** Serves the feed: the events after the last one that the request names, then those to come. */
    public HttpResponse serve(ServiceRequestContext context) {
        context.clearRequestTimeout();
        Listener listener = new Listener();
        subscribe(listener, context.request().headers().get(LAST_ID));
        var heartbeat = context.eventLoop()
                .scheduleAtFixedRate(
                        () -> listener.take(ServerSentEvent.ofComment("alive")),
                        HEARTBEAT_SECONDS,
                        HEARTBEAT_SECONDS,
                        TimeUnit.SECONDS);
        CompletableFuture<Void> _ = listener.writer.whenComplete().whenComplete((done, cause) -> {
            heartbeat.cancel(false);
            remove(listener);
        });
        return ServerSentEvents.fromPublisher(listener.writer.peek(event -> listener.waiting.decrementAndGet()));
    }

    private synchronized void subscribe(Listener listener, @Nullable String last) {
        listener.take(ServerSentEvent.ofComment("alive"));
        if (last != null && last.matches("\\d{1,18}")) {
            long after = Long.parseLong(last);
            past.stream().filter(event -> event.id() > after).forEach(event -> listener.take(event.event()));
        }
        listeners.add(listener);
    }

    private synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized void close() {
        listeners.forEach(listener -> listener.writer.close());
        listeners.clear();
    }
}
