package org.iolaus.cli.scan;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Processor time of one scan by stage. Made, and asked in the end, by the thread that detects. */
final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOOK_EVERY = 256;

    private final ExchangeSource source;
    private final long processBefore = process();
    private final long detectBefore = THREADS.getCurrentThreadCpuTime();
    private final long simulateBefore;
    private final List<Reader> readers = new CopyOnWriteArrayList<>();

    ProcessorTime(ExchangeSource source) {
        this.source = source;
        this.simulateBefore = source.processorNanos();
    }

    /** A reading thread's time, looked at now and then by that thread itself. */
    static final class Reader {
        private int exchanges;
        private volatile long nanos;

        /** Counts an exchange. */
        void tick() {
            if (exchanges++ % LOOK_EVERY == 0) {
                nanos = THREADS.getCurrentThreadCpuTime();
            }
        }
    }

    Reader reader() {
        Reader reader = new Reader();
        readers.add(reader);
        return reader;
    }

    /** Seconds by stage; {@code rest} is the compiler and the garbage collector. */
    SortedMap<String, Double> seconds() {
        long all = process() - processBefore;
        long detect = THREADS.getCurrentThreadCpuTime() - detectBefore;
        long read = readers.stream().mapToLong(reader -> reader.nanos).sum();
        long simulate = source.processorNanos();
        SortedMap<String, Double> seconds = new TreeMap<>();
        seconds.put("detect", detect / 1e9);
        seconds.put("read", read / 1e9);
        seconds.put("rest", Math.max(0, all - detect - read - (simulate - simulateBefore)) / 1e9);
        if (simulate > 0) {
            seconds.put("simulate", simulate / 1e9);
        }
        return seconds;
    }

    private static long process() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
