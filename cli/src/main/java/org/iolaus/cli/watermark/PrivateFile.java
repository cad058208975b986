package org.iolaus.cli.watermark;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.iolaus.cli.Failure;
import org.iolaus.cli.output.OutputFolder;

/** A file with a secret in it: readable by its owner alone, and never written over something else. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Writes a new file; one that exists is an error. */
    public static void create(Path file, String text) {
        try {
            org.iolaus.service.configuration.PrivateFile.create(file, text);
        } catch (FileAlreadyExistsException e) {
            throw Failure.output("--out " + file + " exists; it must be new, for a key written over is lost"
                    + "\nMaybe name another file.");
        } catch (IOException e) {
            throw Failure.output("--out " + file + " cannot be written: " + OutputFolder.reason(e));
        }
    }

    /** Puts a new content in the place of a file, all at once. */
    public static void replace(Path file, String text) {
        Path absolute = file.toAbsolutePath().normalize();
        Path partial = absolute.resolveSibling("." + absolute.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
        try {
            Files.deleteIfExists(partial);
            org.iolaus.service.configuration.PrivateFile.create(partial, text);
            Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.output(file + " cannot be written: " + OutputFolder.reason(e));
        }
    }
}
