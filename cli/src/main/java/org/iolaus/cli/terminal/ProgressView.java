package org.iolaus.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.iolaus.ingest.stream.Progress;
import org.jspecify.annotations.Nullable;

/** A bar on standard error with rate and remaining time, or nothing where nobody watches. One thread updates it. */
public final class ProgressView implements Progress, AutoCloseable {
    private static final int REDRAW_MILLIS = 200;
    private static final long MEBIBYTE = 1 << 20;
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final @Nullable ProgressBar bar;
    private final String noun;
    private final long startNanos = System.nanoTime();

    private ProgressView(@Nullable ProgressBar bar, String noun) {
        this.bar = bar;
        this.noun = noun;
    }

    /** A bar for a scan of exchanges, if standard error is a terminal. */
    public static ProgressView open() {
        return open("Scanning", "exchanges");
    }

    /**
     * A bar if standard error is a terminal.
     *
     * @param task what goes on
     * @param noun what is counted, in the plural
     */
    public static ProgressView open(String task, String noun) {
        return new ProgressView(isTerminal() ? bar(System.err, task, " MiB", MEBIBYTE) : null, noun);
    }

    /** The same where things are counted and not bytes: give their numbers in the place of bytes. */
    public static ProgressView counting(String task, String noun) {
        return new ProgressView(isTerminal() ? bar(System.err, task, "", 1) : null, noun);
    }

    private static ProgressBar bar(PrintStream out, String task, String unit, long size) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(unit, size)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void update(long bytesRead, long bytesTotal, long exchanges) {
        if (bar != null) {
            bar.maxHint(bytesTotal > 0 ? bytesTotal : -1);
            bar.stepTo(bytesRead);
            double seconds = Math.max(1e-3, (System.nanoTime() - startNanos) / 1e9);
            bar.setExtraMessage(String.format(Locale.ROOT, " %,d %s, %,.0f/s", exchanges, noun, exchanges / seconds));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            Console console = System.console();
            return Objects.nonNull(console) && console.isTerminal();
        }
    }
}
