package org.iolaus.duel.traffic;

import java.util.SplittableRandom;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.world.World;

/**
 * A world and its honest people, made from a seed alone. Not thread-safe: an attacker adds to it, so each duel raises its
 * own.
 *
 * @param world addresses, clients, languages, releases
 * @param cast everybody
 */
public record Stage(World world, Cast cast) {
    /** Raises the stage of a scenario's honest population; its campaigns stay away. */
    public static Stage raise(Scenario scenario, double scale, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cast cast = new Cast(new World(random.nextLong(), days, scenario.releases()));
        for (Group group : scenario.groups()) {
            int left = Math.max(1, (int) Math.round((double) group.accounts() * group.groups() * scale));
            for (; left > 0; left -= group.accounts()) {
                group.archetype().join(cast, random.split(), Math.min(left, group.accounts()));
            }
        }
        return new Stage(cast.world(), cast);
    }
}
