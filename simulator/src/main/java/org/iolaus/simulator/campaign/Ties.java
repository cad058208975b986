package org.iolaus.simulator.campaign;

/**
 * What binds a campaign to others.
 *
 * @param continues earlier campaign that it is, come back after a ban; empty for none
 * @param templateOf earlier campaign of another operator, with the same prompts; empty for none
 * @param mirrored whether one honest account asks what its shards ask
 */
public record Ties(String continues, String templateOf, boolean mirrored) {
    public Ties {
        if (!continues.isEmpty() && !templateOf.isEmpty()) {
            throw new IllegalArgumentException("continues " + continues + " must not come with template_of");
        }
    }
}
