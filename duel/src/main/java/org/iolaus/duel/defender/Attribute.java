package org.iolaus.duel.defender;

/** What accounts can be seen to share without reading what they ask. */
public enum Attribute {
    CARD,
    EMAIL,
    SIGNUP_ADDRESS,
    ADDRESS
}
