package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.log.DamagedLog;
import org.iolaus.service.server.LiveService;
import org.iolaus.service.server.LiveServiceConfig;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.store.DatabaseInUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code iolaus serve}: runs the live service until it is told to stop. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "serve",
        description = "Run the live service: facts in, decisions out.",
        footer = {
            "",
            "Settings come from the file, or from variables: server.port is IOLAUS_SERVER_PORT.",
            "Example: ./iolaus serve --print-config > iolaus.yaml && ./iolaus serve --config iolaus.yaml"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--print-config",
            description = "Print a file with every setting, its default and what it means, and stop.")
    private boolean printConfig;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (printConfig) {
            out.print(LiveServiceConfig.reference());
            out.flush();
            return ExitCode.DONE;
        }
        return serve(out);
    }

    private int serve(PrintWriter out) throws InterruptedException {
        LiveServiceConfig read = config.read();
        CountDownLatch stopped = new CountDownLatch(1);
        try (LiveService service = LiveService.start(
                read, System.getenv(), InstantSource.system(), new SecureRandom(), Version.current())) {
            CountDownLatch told = new CountDownLatch(1);
            stopping(told, stopped);
            say(out, read, service);
            service.ready().get();
            out.println("ready");
            out.flush();
            told.await();
            out.println("stopping");
            out.flush();
            return ExitCode.DONE;
        } catch (InvalidConfiguration e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (DamagedLog | DatabaseAway | DatabaseInUse e) {
            throw Failure.input(String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            throw Failure.input("the log cannot be read back: " + e.getCause());
        } catch (IOException e) {
            throw Failure.output("data folder " + read.data() + " cannot be used: " + OutputFolder.reason(e));
        } finally {
            stopped.countDown();
        }
    }

    /** Makes the process's end wait until the service has stopped. */
    private static void stopping(CountDownLatch told, CountDownLatch stopped) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void say(PrintWriter out, LiveServiceConfig config, LiveService service) {
        String scheme = config.server().certificate() == null ? "http" : "https";
        service.firstKey().ifPresent(made -> {
            out.println("Administrator's API key, shown once: " + made.text().reveal());
            out.println("Commands on this machine use " + config.data().resolve("local.key") + ".");
        });
        out.println("Listening on " + scheme + "://" + config.server().host() + ":" + service.port() + ", data in "
                + config.data());
        out.flush();
    }
}
