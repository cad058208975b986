package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.configuration.DetectorSettings;
import org.iolaus.service.configuration.Digest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a scan detects. */
final class DetectorOptions {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,5})([kKmMgG])");

    @Option(
            names = "--hash-key",
            paramLabel = "FILE",
            description = "Secret that keys all hashes; the same key makes scans comparable.")
    private @Nullable Path hashKey;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "About what the detector may remember, such as 512m; what it gives up is named.")
    private @Nullable String memory;

    DetectorConfig config() {
        DetectorConfig config = DetectorConfig.DEFAULT;
        if (hashKey != null) {
            config = DetectorSettings.withHashKey(config, key(hashKey));
        }
        return memory == null ? config : DetectorSettings.withMemory(config, bytes(memory));
    }

    /** Whether any of them was given. */
    boolean given() {
        return hashKey != null || memory != null;
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw Failure.usage("--memory " + size + " must be a whole number with k, m or g, such as 512m or 2g");
        }
        int unit = 1 + "kmg".indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        return Long.parseLong(matcher.group(1)) << 10 * unit;
    }

    private static long key(Path file) {
        try {
            byte[] secret = Files.readAllBytes(file);
            if (secret.length == 0) {
                throw Failure.input("--hash-key " + file + " is empty; it must hold a secret");
            }
            return Digest.key(secret);
        } catch (IOException e) {
            throw Failure.input("--hash-key " + file + " cannot be read; it must be a file that holds a secret");
        }
    }
}
