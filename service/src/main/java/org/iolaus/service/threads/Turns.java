package org.iolaus.service.threads;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a thread has its turn on a busy processor. Java's priorities do nothing on Linux unless the whole virtual machine is
 * told to keep them, so this asks the system about the caller's thread alone ({@code setpriority(2)}, {@code
 * sched_setattr(2)}). Elsewhere, and where the system declines, threads take turns alike.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    /** The nice value of threads in the background: about a tenth of a processor that others want all of. */
    private static final int BACKGROUND = 10;
    /**
     * How long a turn a prompt thread asks for, in ns; the least that Linux grants. From 6.12 on, a thread that wakes up
     * and wants less than the one at work goes first; before, and else, it waits until the other's milliseconds are over.
     */
    private static final long PROMPT_NANOS = 100_000;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLER = 0;
    /** Numbers of {@code sched_setattr} by architecture; {@code sched_getattr} has the next. */
    private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

    private static final long NO_FLAGS = 0;
    /** Bytes of {@code struct sched_attr} in its first version, and where {@code sched_runtime} lies. */
    private static final int ATTRIBUTES = 48;

    private static final int RUNTIME = 24;

    private static final Optional<MethodHandle> SET_PRIORITY =
            function("setpriority", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final Optional<MethodHandle> SYSCALL = function(
            "syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));

    private Turns() {}

    /** Lets others go before the caller's thread. */
    static void background() {
        SET_PRIORITY.ifPresent(function -> {
            try {
                int _ = (int) function.invokeExact(PRIO_PROCESS, CALLER, BACKGROUND);
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority must not throw", e);
            }
        });
    }

    /** Lets the caller's thread go first when it wakes up, as long as it has little to do. */
    static void prompt() {
        Long setattr = SCHED_SETATTR.get(System.getProperty("os.arch"));
        if (setattr != null) {
            SYSCALL.ifPresent(function -> askFor(PROMPT_NANOS, function, setattr));
        }
    }

    private static void askFor(long nanos, MethodHandle syscall, long setattr) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES, Long.BYTES);
            long read = (long) syscall.invokeExact(setattr + 1, (long) CALLER, attributes, (long) ATTRIBUTES, NO_FLAGS);
            if (read == 0) {
                attributes.set(JAVA_LONG, RUNTIME, nanos);
                long _ = (long) syscall.invokeExact(setattr, (long) CALLER, attributes, NO_FLAGS, NO_FLAGS);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setattr must not throw", e);
        }
    }

    @SuppressWarnings("restricted") // the functions are named here, and their shapes are in the manual
    private static Optional<MethodHandle> function(String name, FunctionDescriptor shape, Linker.Option... options) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, shape, options));
        } catch (UnsupportedOperationException | IllegalCallerException e) {
            LOG.info("all threads take turns alike: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
