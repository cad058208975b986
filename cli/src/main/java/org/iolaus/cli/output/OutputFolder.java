package org.iolaus.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.iolaus.cli.Failure;

/**
 * The folder a scan writes to. Files are made in a hidden folder beside it and moved in when all of them are whole,
 * {@code summary.json} last: a folder that holds a summary is complete.
 */
public final class OutputFolder implements AutoCloseable {
    private static final Set<String> OURS = Set.of(
            FindingFiles.CAMPAIGNS,
            FindingFiles.CLEARED,
            FindingFiles.WATCHED,
            FindingFiles.ACCOUNTS,
            FindingFiles.SUMMARY,
            FindingFiles.REPORT,
            FindingFiles.REJECTED);

    private final Path folder;
    private final Path staging;

    private OutputFolder(Path folder, Path staging) {
        this.folder = folder;
        this.staging = staging;
    }

    /**
     * Checks that {@code folder} may be written to and makes room beside it.
     *
     * @param overwrite whether the files of a former scan may be replaced
     */
    public static OutputFolder open(Path folder, boolean overwrite) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            check(folder, absolute, overwrite);
            Path parent = absolute.getParent();
            if (parent == null) {
                throw Failure.output("--out " + folder + " must name a folder, not the root of the file system");
            }
            Files.createDirectories(parent);
            Path staging = parent.resolve("." + absolute.getFileName() + ".partial-"
                    + ProcessHandle.current().pid());
            deleteTree(staging);
            Files.createDirectory(staging);
            return new OutputFolder(absolute, staging);
        } catch (IOException e) {
            throw Failure.output("--out " + folder + " cannot be written: " + reason(e));
        }
    }

    /** Checks that {@code folder} may be written to, as {@link #open} does, and leaves everything as it is. */
    public static void check(Path folder, boolean overwrite) {
        try {
            check(folder, folder.toAbsolutePath().normalize(), overwrite);
        } catch (IOException e) {
            throw Failure.output("--out " + folder + " cannot be written: " + reason(e));
        }
    }

    /** Where files are to be written until {@link #publish()}. */
    public Path staging() {
        return staging;
    }

    /** Moves the files to their place. */
    public void publish() throws IOException {
        if (!Files.exists(folder)) {
            Files.move(staging, folder);
            return;
        }
        Files.deleteIfExists(folder.resolve(FindingFiles.SUMMARY));
        for (String name : OURS) {
            Files.deleteIfExists(folder.resolve(name));
        }
        List<Path> files = list(staging);
        for (Path file : files) {
            if (!file.endsWith(FindingFiles.SUMMARY)) {
                move(file);
            }
        }
        move(staging.resolve(FindingFiles.SUMMARY));
    }

    /** What went wrong, without the type's name. */
    public static String reason(Exception e) {
        String message = e.getMessage();
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        return message.contains("No space left")
                ? "the disk is full; nothing was kept\nMaybe free some space or name another disk with --out."
                : message;
    }

    @Override
    public void close() {
        try {
            deleteTree(staging);
        } catch (IOException e) {
            throw Failure.output(staging + " cannot be removed: " + reason(e));
        }
    }

    private void move(Path file) throws IOException {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void check(Path given, Path folder, boolean overwrite) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw Failure.output("--out " + given + " is a file; it must be a folder or not exist yet");
        }
        List<Path> present = list(folder);
        for (Path file : present) {
            if (!OURS.contains(file.getFileName().toString())) {
                throw Failure.output("--out " + given + " holds " + file.getFileName()
                        + ", which no scan wrote; it must be empty\nMaybe name a new folder.");
            }
        }
        if (!present.isEmpty() && !overwrite) {
            throw Failure.output("--out " + given + " holds a former scan; it must be empty"
                    + "\nMaybe name a new folder, or replace the former scan with --force.");
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : list(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
