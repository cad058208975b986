package org.iolaus.duel.traffic;

import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.parse.ExchangeParser;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.JsonBuffer;
import org.iolaus.simulator.actor.Renderer;

/**
 * Writes one exchange as the line of a log and reads it again as a scan does, so that a duel sees exactly what a scan
 * would. Not thread-safe: one a worker.
 */
public final class Recorder {
    private static final String SOURCE = "duel";

    private final Renderer renderer = new Renderer();
    private final JsonBuffer line = new JsonBuffer();
    private final ExchangeParser parser = new ExchangeParser(0, Long.MAX_VALUE);
    private final Fingerprinter fingerprinter;

    public Recorder(CapabilityModel model) {
        fingerprinter = new Fingerprinter(FingerprintConfig.DEFAULT, model);
    }

    /**
     * Records an actor's exchange.
     *
     * @param ordinal position among the actor's exchanges
     * @param number number of the exchange in the log, unlike all others
     */
    public Logged record(Actor actor, int ordinal, long number) {
        line.clear();
        renderer.render(actor, ordinal, number, line);
        try {
            int end = line.size() - 1;
            Fingerprint fingerprint = fingerprinter.fingerprint(parser.parse(line.bytes(), 0, end, SOURCE));
            return new Logged(fingerprint, Logged.subject(actor.account().accountId(), actor.endUserId()));
        } catch (LineRejection e) {
            throw new IllegalStateException("a simulated exchange must be readable: " + e.reason(), e);
        }
    }
}
