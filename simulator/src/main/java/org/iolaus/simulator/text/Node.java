package org.iolaus.simulator.text;

/** A part of a grammar's alternative. */
sealed interface Node {
    /** Fixed text. */
    record Literal(Fragment text) implements Node {}

    /** A whole number between two bounds, both included. */
    record WholeNumber(int low, int high) implements Node {}

    /**
     * A reference to a rule.
     *
     * @param rule index of the rule
     * @param memo name under which the expansion is repeated in the same text, or empty
     * @param binding name that a speaker may have bound to a text of their own, or empty
     * @param capital whether the first letter is made a capital
     */
    record Reference(int rule, String memo, String binding, boolean capital) implements Node {}

    /** A reference repeated a random number of times, joined by a separator. */
    record Repeat(Reference body, int low, int high, Fragment separator) implements Node {}

    /** Alternatives written in line. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Choice(Node[] alternatives) implements Node {}

    /** Parts one after the other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sequence(Node[] parts) implements Node {}
}
