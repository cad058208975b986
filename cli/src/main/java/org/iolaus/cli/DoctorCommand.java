package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.iolaus.cli.doctor.Check;
import org.iolaus.cli.doctor.Doctor;
import org.iolaus.cli.live.LiveOptions;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.server.LiveServiceConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code iolaus doctor}: tries the service from its ingest to a gateway. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "doctor",
        description = "Try the service, from its ingest to a gateway, and say what works.",
        footer = {
            "",
            "Without --to a service of its own is started with these settings, in a folder that is thrown away, and a",
            "made-up campaign is sent through it. With --to nothing is sent that the service would keep.",
            "Exit code: 0 if every check is ok, 9 if one has failed.",
            "Example: ./iolaus doctor --config iolaus.yaml",
            "         ./iolaus doctor --to http://localhost:8484"
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Look at a running service, e.g. http://localhost:8484, and change nothing of it.")
    private @Nullable URI service;

    @Mixin
    private LiveOptions live;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Doctor doctor = new Doctor(check -> {
            if (!format.json()) {
                out.print(text(check));
                out.flush();
            }
        });
        List<Check> checks = service == null ? tryOut(doctor) : lookAt(doctor, service);
        boolean ok = checks.stream().allMatch(Check::ok);
        if (format.json()) {
            out.println(json(ok, checks));
        } else {
            out.println(ok ? "All is well." : "Something is wrong.");
        }
        out.flush();
        return ok ? ExitCode.DONE : ExitCode.UNHEALTHY;
    }

    private List<Check> lookAt(Doctor doctor, URI running) throws InterruptedException {
        if (config.given()) {
            throw Failure.usage("--config and --to must not be given together");
        }
        return doctor.lookAt(
                live.client(running),
                new ServiceClient(running, UUID.randomUUID().toString()));
    }

    private List<Check> tryOut(Doctor doctor) throws InterruptedException {
        LiveServiceConfig read = config.read();
        try {
            Path folder = Files.createTempDirectory("iolaus-doctor");
            try {
                return doctor.tryOut(read, folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw Failure.output("the folder for temporary files cannot be used: " + OutputFolder.reason(e));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static String text(Check check) {
        String line = String.format("%-12s %-7s %s%n", check.name(), check.ok() ? "ok" : "failed", check.detail());
        return check.ok() ? line : line + "             " + check.advice() + System.lineSeparator();
    }

    private static String json(boolean ok, List<Check> checks) {
        return JsonText.line(new Fields()
                .put("ok", ok)
                .list(
                        "checks",
                        checks,
                        check -> new Fields()
                                .put("name", check.name())
                                .put("ok", check.ok())
                                .put("detail", check.detail())
                                .put("advice", check.ok() ? null : check.advice()))
                .asMap());
    }
}
