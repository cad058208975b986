package org.iolaus.service.intake.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a followed file: the newest at its path, older ones beside it. Packed parts are never read again. */
final class Rotation {
    private final TailConfig config;

    Rotation(TailConfig config) {
        this.config = config;
    }

    /** One part as it lies now. */
    private record Part(Path path, String key, FileTime modified) {}

    /** The part in which a position was taken, or a copy of it, open there. */
    Optional<TailedFile> at(TailPosition position) throws IOException {
        List<Part> parts = parts();
        for (Part part : parts) {
            Optional<TailedFile> file =
                    part.key().equals(position.fileKey()) ? resumed(part, position) : Optional.empty();
            if (file.isPresent()) {
                return file;
            }
        }
        for (Part part : parts) {
            Optional<TailedFile> file = position.headBytes() > 0 ? resumed(part, position) : Optional.empty();
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private Optional<TailedFile> resumed(Part part, TailPosition position) throws IOException {
        Optional<TailedFile> file = TailedFile.open(part.path(), config);
        if (file.isPresent() && !file.get().resume(position)) {
            file.get().close();
            return Optional.empty();
        }
        return file;
    }

    /** The part that was begun after the one of that key, open at its beginning; nothing if it was the newest. */
    Optional<TailedFile> after(String key) throws IOException {
        List<Part> parts = parts();
        Optional<Part> current =
                parts.stream().filter(part -> part.key().equals(key)).findFirst();
        Optional<Part> next = parts.stream()
                .filter(part -> !part.key().equals(key))
                .filter(part -> current.isEmpty()
                        ? part.path().equals(config.path())
                        : part.modified().compareTo(current.get().modified()) >= 0)
                .findFirst();
        return next.isPresent() ? TailedFile.open(next.get().path(), config) : Optional.empty();
    }

    /** All parts that are not packed, the one modified first in front. */
    private List<Part> parts() throws IOException {
        List<Path> paths;
        Path folder = config.path().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            paths = all.filter(this::isPart).sorted().toList();
        }
        List<Part> parts = new ArrayList<>();
        for (Path path : paths) {
            try {
                String key = TailedFile.key(path);
                FileTime modified = Files.getLastModifiedTime(path);
                if (key != null) {
                    parts.add(new Part(path, key, modified));
                }
            } catch (NoSuchFileException e) {
                // It was renamed or deleted while the folder was read.
            }
        }
        parts.sort(Comparator.comparing(Part::modified));
        return parts;
    }

    private boolean isPart(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz") || name.endsWith(".zst") || name.endsWith(".bz2") || name.endsWith(".xz");
        return path.toString().startsWith(config.path().toString()) && !packed && Files.isRegularFile(path);
    }
}
