package org.iolaus.service.intake.tail;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.intake.Delivery;
import org.iolaus.service.intake.ExchangeIntake;
import org.iolaus.service.intake.Reception;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a file into the log, each line once, through rotation by renaming and by copying and emptying. A last line
 * without a line feed waits for it. Positions are logged with the facts they belong to, and reading goes on at the logged
 * one, in the renamed part if need be. Runs until its thread is interrupted.
 */
public final class TailSource implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TailSource.class);

    private final TailConfig config;
    private final ExchangeIntake intake;
    private final Rotation rotation;
    private final Delivery delivery;
    private final @Nullable String position;
    private @Nullable TailedFile file;
    private long grewNanos;

    /**
     * A source that goes on where the log says.
     *
     * @param positions the log's last {@link Fact.Read} of each source
     */
    public TailSource(TailConfig config, ExchangeIntake intake, FactSink sink, Map<String, String> positions) {
        this.config = config;
        this.intake = intake;
        this.rotation = new Rotation(config);
        this.delivery = new Delivery(sink, () -> {});
        this.position = positions.get(config.source());
    }

    @Override
    public void run() {
        boolean resumed = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    if (!resumed) {
                        resume();
                        resumed = true;
                    }
                    follow();
                } catch (IOException e) {
                    LOG.warn("{} cannot be read, next attempt in {}: {}", config.path(), config.poll(), e.toString());
                }
                Thread.sleep(config.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void resume() throws IOException {
        Optional<TailPosition> logged = position == null ? Optional.empty() : TailPosition.parse(position);
        if (logged.isPresent()) {
            file = rotation.at(logged.get()).orElse(null);
            if (file == null) {
                LOG.warn(
                        "{} was rotated and packed or deleted before it was read to its end; what it held beyond byte {} is"
                                + " not read",
                        config.path(),
                        logged.get().offset());
            }
        }
    }

    /** Reads all there is now. */
    private void follow() throws IOException, InterruptedException {
        while (true) {
            TailedFile current = file;
            if (current == null) {
                current = TailedFile.open(config.path(), config).orElse(null);
                file = current;
                grewNanos = System.nanoTime();
            }
            if (current == null || !step(current)) {
                return;
            }
        }
    }

    /** Reads a block, or goes to where reading goes on; false if there is nothing to do now. */
    private boolean step(TailedFile current) throws IOException, InterruptedException {
        if (current.emptied()) {
            LOG.info("{} was emptied; the rest of its copy is read, if there is one, and then it anew", config.path());
            TailPosition read = current.position();
            close();
            file = rotation.at(read).orElse(null);
            grewNanos = System.nanoTime();
            return true;
        }
        if (deliver(current, false)) {
            return true;
        }
        boolean renamed = !current.key().equals(TailedFile.key(config.path()));
        if (!renamed || System.nanoTime() - grewNanos < config.linger().toNanos()) {
            return false;
        }
        Optional<TailedFile> next = rotation.after(current.key());
        if (next.isEmpty()) {
            return false;
        }
        deliver(current, true);
        close();
        file = next.get();
        grewNanos = System.nanoTime();
        return true;
    }

    private boolean deliver(TailedFile current, boolean toEnd) throws IOException, InterruptedException {
        int lines = current.read(toEnd);
        for (long offset : current.takeTooLong()) {
            LOG.warn(
                    "{}: the line that begins at byte {} is longer than {} bytes (max_line) and left out",
                    config.path(),
                    offset,
                    config.maxLineBytes());
            intake.setAside();
        }
        if (lines == 0) {
            return false;
        }
        Reception reception = intake.receive(config.path().toString());
        reception.read(config.shape(), current.buffer(), current.linesFrom(lines), lines);
        reception.add(new Fact.Read(config.source(), current.advance(lines).text()));
        if (reception.counts().rejected() > 0 && !reception.rejections().isEmpty()) {
            LOG.warn(
                    "{}: {} lines set aside, the first because {}",
                    config.path(),
                    reception.counts().rejected(),
                    reception.rejections().getFirst().reason());
        }
        delivery.deliver(reception, config.source());
        grewNanos = System.nanoTime();
        return true;
    }

    private void close() {
        TailedFile open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("{} cannot be closed: {}", config.path(), e.toString());
            }
        }
    }
}
