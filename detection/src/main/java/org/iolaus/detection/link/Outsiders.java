package org.iolaus.detection.link;

/** The reference population without the members of a group under examination. Holds until the population is chosen anew. */
public final class Outsiders {
    private final Reference reference;
    private final int size;

    Outsiders(Reference reference, int[] group) {
        this.reference = reference;
        int outside = reference.size();
        for (int member : group) {
            outside -= reference.contains(member) ? 1 : 0;
        }
        size = outside;
    }

    /**
     * How many of them have an object.
     *
     * @param holders members of the group that have it
     */
    public int users(SharedObject object, int[] holders) {
        return reference.users(object, holders);
    }

    /** The least share that an object of a layer which some of them have is given. */
    public double leastShare(Layer layer) {
        return Math.max(reference.unseen(layer).share(), 1.0 / Math.max(1, size));
    }

    /**
     * How popular an object is among them.
     *
     * @param holders members of the group that have it
     * @param users how many of them have it
     */
    public Popularity popularity(SharedObject object, int[] holders, int users) {
        return reference.popularity(object, holders, users, size);
    }
}
