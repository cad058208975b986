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
     * How popular an object is among them.
     *
     * @param holders members of the group that have it
     */
    public Popularity popularity(SharedObject object, int[] holders) {
        return reference.popularity(object, holders, size);
    }
}
