package org.iolaus.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the simulator, and those in files. */
public final class Scenarios {
    private static final List<String> NAMES = List.of(
            "demo",
            "ordinary",
            "scattered",
            "residential",
            "cover70",
            "short",
            "jitter3h",
            "reworded",
            "aged",
            "remote-course",
            "agency",
            "hackathon",
            "honest",
            "reseller",
            "regrown",
            "churn",
            "mixed",
            "counterfactual",
            "bulk",
            "disclosed-2026-02",
            "upheaval",
            "cover30",
            "cover90",
            "rotating-tls",
            "no-system",
            "low-and-slow",
            "framed",
            "fake-organization",
            "shared-template",
            "hot-standby",
            "blended",
            "disclosed-2026-09",
            "sweep",
            "replay",
            "trace-cleaning",
            "refusal-probing",
            "refusals-logged",
            "flat-out",
            "aged-in-2",
            "aged-in-10",
            "geo-matched",
            "unique-payments",
            "jitter5m",
            "jitter2d",
            "human-clock",
            "benchmark-template",
            "imitated-class",
            "imitated-firm",
            "vpn-newcomers",
            "fifth",
            "client-agency",
            "grading-agency",
            "grading-twins",
            "unverified-firm",
            "relays",
            "rented-servers",
            "many-groups",
            "hosted");

    private Scenarios() {}

    /** All bundled scenarios, in the order of the documentation. */
    public static List<Scenario> all() {
        return NAMES.stream().map(Scenarios::named).toList();
    }

    /** A bundled scenario by its name, or the one in a file whose name ends in {@code .yaml} or {@code .yml}. */
    public static Scenario of(String nameOrFile) throws IOException {
        if (!nameOrFile.endsWith(".yaml") && !nameOrFile.endsWith(".yml")) {
            return named(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        return ScenarioReader.read(name, nameOrFile, Files.readString(file));
    }

    /**
     * The scenario in a text.
     *
     * @param name what it is called, in messages too
     */
    public static Scenario parse(String name, String text) {
        return ScenarioReader.read(name, name, text);
    }

    /** The bundled scenario of a name. */
    public static Scenario named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("scenario " + name + " must be a file *.yaml or one of " + NAMES
                    + "\nMaybe list them with: simulate --list");
        }
        String file = name + ".yaml";
        try (InputStream in = Scenarios.class.getResourceAsStream("scenarios/" + file)) {
            if (in == null) {
                throw new IllegalStateException("scenario file " + file + " must be on the class path");
            }
            return ScenarioReader.read(name, file, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
