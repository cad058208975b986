package org.iolaus.simulator.campaign;

/** What knobs may be set to. */
final class Limits {
    private Limits() {}

    static void positive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " " + value + " must be at least 1");
        }
    }

    static void atLeastZero(String what, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " " + value + " must be at least 0");
        }
    }

    static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " " + value + " must be between 0 and 1");
        }
    }
}
