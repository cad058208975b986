package org.iolaus.service.fact;

import java.util.List;

/**
 * Facts that are logged together: after a crash all of them are there, or none.
 *
 * @param receivedMicros when they were received, microseconds since the epoch
 * @param sender whose clock the exchanges in it follow: an API key's id, a topic's partition, a file
 * @param facts in the order received
 */
public record Batch(long receivedMicros, String sender, List<Fact> facts) {
    public Batch {
        facts = List.copyOf(facts);
    }
}
