package org.iolaus.simulator.actor;

/** Who deals prompts of a corpus by kind of work. */
@FunctionalInterface
public interface Deals {
    /**
     * Deals prompts to a part of a data set, once; who comes again, or has no items of its own, shares them.
     *
     * @param kind kind of work
     * @param dataset seed of the data set
     * @param part place of the part in the data set
     * @param items items of the part
     */
    Deal deal(String kind, long dataset, long part, long items);
}
