package org.iolaus.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.output.FactsWriter;
import org.iolaus.simulator.output.TrafficStream;
import org.iolaus.simulator.output.TrafficWriter;
import org.iolaus.simulator.output.Truth;
import org.iolaus.simulator.world.World;

/** A scenario with everybody on the stage and knowing what they will do; exchanges are made as they are taken. */
public final class Play {
    private final World world;
    private final Truth truth;
    private final int threads;

    Play(World world, Truth truth, int threads) {
        this.world = world;
        this.truth = truth;
        this.threads = threads;
    }

    /** What is played. */
    public Simulation.Summary summary() {
        return new Simulation.Summary(
                truth.accounts(),
                Math.toIntExact(truth.exchanges()),
                truth.campaigns().size());
    }

    /**
     * Writes {@code accounts.jsonl.zst}, {@code releases.jsonl}, {@code labels.jsonl} and {@code truth.json} into a
     * folder, which is made if it is missing.
     */
    public void writeFacts(Path folder) throws IOException {
        Files.createDirectories(folder);
        FactsWriter facts = new FactsWriter(folder);
        facts.accounts(cast());
        facts.releases(world.releases());
        facts.labels(cast());
        facts.truth(truth);
    }

    /** Writes {@code exchanges.jsonl.zst}, or several files if they are many, into a folder. */
    public void writeExchanges(Path folder) throws IOException {
        new TrafficWriter(cast(), world.start(), world.end(), threads).write(folder);
    }

    /** The exchanges that {@link #writeExchanges} writes, as one stream of lines. */
    public TrafficStream exchanges() {
        return new TrafficStream(cast(), world.start(), world.end(), threads);
    }

    private List<Actor> cast() {
        return truth.cast();
    }
}
