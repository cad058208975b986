package org.iolaus.simulator.campaign;

import org.iolaus.simulator.campaign.guise.Firm;
import org.iolaus.simulator.campaign.guise.Guise;
import org.iolaus.simulator.campaign.guise.SchoolClass;

/**
 * How a campaign behaves.
 *
 * @param name name in the labels
 * @param expect the right answer: {@code restrict}, or {@code verify} if it shows one family of evidence or hides nothing
 * @param evasive whether it was made to evade detection, so that less recall is asked for
 * @param guise what its accounts pass for
 * @param size how large it is
 * @param work what it asks for
 * @param exits where its requests come from
 * @param life how its accounts come and go
 * @param tempo when it works
 * @param ties what binds it to others
 */
public record Shape(
        String name,
        String expect,
        boolean evasive,
        Guise guise,
        Size size,
        Work work,
        Exits exits,
        Life life,
        Tempo tempo,
        Ties ties) {
    public Shape {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("name " + name + " must be of a-z, 0-9 and hyphens");
        }
        if (!expect.equals("restrict") && !expect.equals("verify")) {
            throw new IllegalArgumentException("expect " + expect + " must be restrict or verify");
        }
        boolean located = guise instanceof Firm || guise instanceof SchoolClass;
        if (located && exits.network() == Exits.Network.GEO_MATCHED) {
            throw new IllegalArgumentException("network geo-matched must not come with a guise that has a place");
        }
    }

    /** The same with accounts, pool and end users multiplied; at least a dozen accounts. */
    public Shape scaled(double scale) {
        int pool = Math.max(6, (int) Math.round(exits.pool() * scale));
        Exits wider =
                new Exits(exits.network(), exits.perAccount(), pool, exits.rotationMinutes(), exits.clientMinutes());
        return new Shape(name, expect, evasive, guise, size.scaled(scale), work, wider, life, tempo, ties);
    }
}
