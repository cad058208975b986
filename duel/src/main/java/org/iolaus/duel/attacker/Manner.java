package org.iolaus.duel.attacker;

/** How an attacker answers the loss of an account. */
public enum Manner {
    /** It goes on with whatever has paid. */
    LEARNING,
    /** It goes on as before: {@link Play#DISCLOSED}. */
    STUBBORN
}
