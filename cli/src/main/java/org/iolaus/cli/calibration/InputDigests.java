package org.iolaus.cli.calibration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.service.configuration.Digest;

/** Digests of what was read, by which a calibration can be traced to its traffic. */
public final class InputDigests {
    private InputDigests() {}

    public static List<Provenance.Input> of(List<Path> inputs) throws IOException {
        List<Provenance.Input> digests = new ArrayList<>();
        for (Path input : inputs) {
            Path name = input.toAbsolutePath().normalize().getFileName();
            digests.add(
                    new Provenance.Input(String.valueOf(name), Files.isDirectory(input) ? folder(input) : file(input)));
        }
        return digests;
    }

    private static String file(Path file) throws IOException {
        return Digest.hex(Files.newInputStream(file));
    }

    private static String folder(Path folder) throws IOException {
        StringBuilder list = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                list.append(file(each))
                        .append("  ")
                        .append(folder.relativize(each))
                        .append('\n');
            }
        }
        return Digest.hex(new ByteArrayInputStream(list.toString().getBytes(UTF_8)));
    }
}
