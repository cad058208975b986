package org.iolaus.duel.attacker;

/** A budget being spent, in thousandths of a dollar. Not thread-safe. */
final class Purse {
    private final long budget;
    private long spent;

    Purse(long budget) {
        this.budget = budget;
    }

    /** Whether so much is left. */
    boolean affords(long price) {
        return spent + price <= budget;
    }

    void pay(long price) {
        if (!affords(price)) {
            throw new IllegalArgumentException("price " + price + " must be at most what is left, " + (budget - spent));
        }
        spent += price;
    }

    long spent() {
        return spent;
    }
}
