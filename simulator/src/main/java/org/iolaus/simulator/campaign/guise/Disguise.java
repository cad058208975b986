package org.iolaus.simulator.campaign.guise;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.world.Identity;

/** A guise as one campaign wears it: takes what a member would have among strangers and gives what it has instead. */
public interface Disguise {
    default String country(String usual) {
        return usual;
    }

    default Route route(Route usual) {
        return usual;
    }

    /** Fills in a member's registration form. */
    default void dress(Identity identity, SplittableRandom random) {}

    default Client client(Client usual, SplittableRandom random) {
        return usual;
    }

    default List<Task> tasks(List<Task> usual) {
        return usual;
    }

    /** What is said beside the work. */
    default Script cover(Script usual, SplittableRandom random) {
        return usual;
    }

    default Rhythm rhythm(Rhythm usual, SplittableRandom random) {
        return usual;
    }
}
