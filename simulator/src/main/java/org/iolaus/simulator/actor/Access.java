package org.iolaus.simulator.actor;

import org.iolaus.detection.exchange.Parameters;

/**
 * How somebody reaches the models.
 *
 * @param pathway the way in
 * @param client the program used
 * @param models which model is asked for
 * @param parameters sampling parameters
 */
public record Access(String pathway, Client client, Models models, Parameters parameters) {
    /**
     * The model somebody asks for, before and after a release.
     *
     * @param usual model used from the start
     * @param second model used now and then
     * @param secondShare share of the second model
     * @param released time of the new model's release
     * @param next the new model
     * @param adopts time from which this user moves to the new model
     * @param moved share moved
     */
    public record Models(
            String usual, String second, double secondShare, long released, String next, long adopts, double moved) {
        String at(long timeMicros, double chance) {
            if (timeMicros >= released && timeMicros >= adopts && chance < moved) {
                return next;
            }
            return chance > 1 - secondShare ? second : usual;
        }
    }
}
