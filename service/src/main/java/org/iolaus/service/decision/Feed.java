package org.iolaus.service.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The latest changes, as many as its capacity, and who wants to hear of the next ones. Thread-safe. */
public final class Feed {
    private final int capacity;
    private final ArrayDeque<Change> changes = new ArrayDeque<>();
    private final CopyOnWriteArrayList<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    Feed(int capacity) {
        this.capacity = capacity;
    }

    /** Number of the latest change; 0 if there was none. */
    public synchronized long last() {
        return last;
    }

    /**
     * All changes after one.
     *
     * @return null if some of them are forgotten or the number is of another run, so that everything has to be read anew
     */
    public synchronized @Nullable List<Change> after(long number) {
        long first = last - changes.size() + 1;
        if (number + 1 < first || number > last) {
            return null;
        }
        List<Change> after = new ArrayList<>();
        for (Change change : changes) {
            if (change.number() > number) {
                after.add(change);
            }
        }
        return after;
    }

    /** Listens until the returned action is run. Listeners are called on the thread of decisions and must not wait. */
    public Runnable listen(Consumer<List<Change>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(List<Change> batch) {
        synchronized (this) {
            for (Change change : batch) {
                last = change.number();
                changes.addLast(change);
                if (changes.size() > capacity) {
                    changes.removeFirst();
                }
            }
        }
        listeners.forEach(listener -> listener.accept(batch));
    }
}
