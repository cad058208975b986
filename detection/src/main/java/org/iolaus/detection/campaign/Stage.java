package org.iolaus.detection.campaign;

/** Ways in which a campaign's accounts are gathered; each can be left out, to see what it is worth. */
public enum Stage {
    /** The group test of every object that has gained users. */
    GROUP_TEST,
    /** The test of sign-up times of crowds with content alone in common. */
    SIGN_UP_TEST,
    /** The match of newcomers with the signatures of known campaigns. */
    SIGNATURE
}
