package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class IolausTest {
    @Command(name = "greedy")
    private record Greedy(RuntimeException workers) implements Callable<Integer> {
        @Override
        public Integer call() {
            if (workers.getCause() != null) {
                throw workers;
            }
            throw new OutOfMemoryError("Java heap space");
        }
    }

    private static String runs(Greedy command) {
        StringWriter err = new StringWriter();
        CommandLine line = Iolaus.commandLine().addSubcommand(command).setErr(new PrintWriter(err, true));
        int code = Iolaus.execute(line, "greedy");
        return code + " " + err;
    }

    @Test
    void execute_heapFull_saysHowToGiveMore() {
        assertThat(runs(new Greedy(new IllegalStateException())))
                .startsWith(ExitCode.MEMORY + " iolaus: the heap of ")
                .contains("IOLAUS_JAVA_OPTS=-Xmx");
    }

    @Test
    void execute_heapFullInAWorker_saysTheSame() {
        var worker = new IllegalStateException("a worker failed", new OutOfMemoryError("Java heap space"));
        assertThat(runs(new Greedy(worker))).isEqualTo(runs(new Greedy(new IllegalStateException())));
    }

    @Test
    void written_outputThatFails_isNotDone() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        full.print("a report");

        int exitCode = Iolaus.written(ExitCode.DONE, full, new PrintStream(told, true, UTF_8));

        assertThat(exitCode).isEqualTo(ExitCode.OUTPUT);
        assertThat(told.toString(UTF_8)).startsWith("iolaus: standard output cannot be written\nMaybe ");
        assertThat(Iolaus.written(ExitCode.INPUT, full, System.err)).isEqualTo(ExitCode.INPUT);
        assertThat(Iolaus.written(ExitCode.DONE, new PrintStream(told, true, UTF_8), System.err))
                .isEqualTo(ExitCode.DONE);
    }
}
