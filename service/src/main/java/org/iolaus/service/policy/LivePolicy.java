package org.iolaus.service.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy in force, read again when its file changes. A file that breaks a rule is refused whole and the policy before
 * it stays. Thread-safe.
 */
public final class LivePolicy {
    private static final Logger LOG = LoggerFactory.getLogger(LivePolicy.class);

    private final Path file;
    private final List<Consumer<Policy>> listeners = new CopyOnWriteArrayList<>();
    private volatile Policy policy;
    private FileTime modified;

    /**
     * Reads the file for the first time.
     *
     * @throws IOException if it or a list it names cannot be read
     * @throws PolicyException if it breaks a rule
     */
    public LivePolicy(Path file) throws IOException {
        this.file = file;
        modified = Files.getLastModifiedTime(file);
        policy = PolicyReader.read(file);
    }

    public Policy policy() {
        return policy;
    }

    /** Tells of each policy that takes the place of another, on the thread that noticed. */
    public void listen(Consumer<Policy> listener) {
        listeners.add(listener);
    }

    /** Reads the file again if it has changed since it was last read. Call it every few seconds. */
    public synchronized void check() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(modified)) {
                modified = now;
                reload();
            }
        } catch (IOException e) {
            LOG.warn("policy {} cannot be read, so the one before it stays: {}", file, e.toString());
        }
    }

    /**
     * Reads the file again.
     *
     * @return why it was refused; empty if it is in force
     */
    public synchronized Optional<String> reload() {
        try {
            Policy read = PolicyReader.read(file);
            policy = read;
            listeners.forEach(listener -> listener.accept(read));
            LOG.info("policy {} version {} is in force", file, read.terms().version());
            return Optional.empty();
        } catch (IOException | PolicyException e) {
            LOG.warn("policy {} is refused, so the one before it stays: {}", file, e.getMessage());
            return Optional.of(file + ": " + e.getMessage());
        }
    }
}
