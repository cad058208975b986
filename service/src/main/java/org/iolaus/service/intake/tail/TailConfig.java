package org.iolaus.service.intake.tail;

import java.nio.file.Path;
import java.time.Duration;
import org.iolaus.ingest.shape.Shape;

/**
 * A file to follow.
 *
 * @param path where its newest part lies; rotated parts begin with its name and lie in the same folder
 * @param shape what each line holds
 * @param poll how often it is looked at
 * @param linger how long a part that was renamed must not have grown before the next one is read
 * @param blockBytes most bytes of lines in one batch, unless one line is longer
 * @param maxLineBytes longest line taken; longer ones are left out
 */
public record TailConfig(Path path, Shape shape, Duration poll, Duration linger, int blockBytes, int maxLineBytes) {
    public TailConfig {
        path = path.toAbsolutePath().normalize();
        if (shape.binary()) {
            throw new IllegalArgumentException("shape " + shape.label() + " must be one of lines");
        }
        if (poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("poll " + poll + " must be positive");
        }
        if (linger.isNegative()) {
            throw new IllegalArgumentException("linger " + linger + " must not be negative");
        }
        if (blockBytes < 1 || maxLineBytes < blockBytes) {
            throw new IllegalArgumentException(
                    "blockBytes " + blockBytes + " must be from 1 to maxLineBytes " + maxLineBytes);
        }
    }

    /** The defaults. */
    public static TailConfig of(Path path, Shape shape) {
        return new TailConfig(path, shape, Duration.ofSeconds(1), Duration.ofSeconds(5), 1 << 20, 8 << 20);
    }

    /** The file's name in the log, which is also whose clock its lines follow. */
    String source() {
        return "tail:" + path;
    }
}
