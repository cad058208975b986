package org.iolaus.service.threads;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a thread yields to others by. Java's own priorities do nothing on Linux unless the whole virtual machine is told to
 * keep them, so this asks the system ({@code setpriority(2)}: there, the caller's thread alone). Elsewhere nothing changes.
 */
final class Niceness {
    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);
    /** The nice value of threads in the background: about a ninth of the processor when others want all of it. */
    private static final int BACKGROUND = 10;

    private static final int PRIO_PROCESS = 0;
    private static final int CALLER = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private Niceness() {}

    /** Lets the threads that are not in the background go before the caller's. */
    static void background() {
        SET_PRIORITY.ifPresent(set -> {
            try {
                int _ = (int) set.invokeExact(PRIO_PROCESS, CALLER, BACKGROUND);
            } catch (Throwable e) {
                throw new IllegalStateException("setpriority(2) must not throw", e);
            }
        });
    }

    @SuppressWarnings("restricted") // the function is named and its shape is in the manual page
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        try {
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find("setpriority")
                    .map(address -> linker.downcallHandle(
                            address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
        } catch (UnsupportedOperationException | IllegalCallerException e) {
            LOG.info("threads in the background run like all others: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
