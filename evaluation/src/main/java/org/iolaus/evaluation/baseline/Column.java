package org.iolaus.evaluation.baseline;

/** Kinds of value that accounts can share. */
public enum Column {
    PAYMENT,
    EMAIL_PATTERN,
    SIGNUP_ADDRESS,
    EXIT_ADDRESS,
    EXIT_PREFIX,
    CLIENT,
    SYSTEM_PROMPT,
    TOOLS,
    /** The opening of a turn, from its second time on. */
    OPENING,
    /** The opening of a turn and the hour it came in. */
    OPENING_IN_AN_HOUR,
    /** The opening of a turn and the quarter of a day it came in. */
    OPENING_IN_SIX_HOURS,
    /** A system prompt and the hour it came in. */
    PROMPT_IN_AN_HOUR,
    /** A system prompt and the quarter of a day it came in. */
    PROMPT_IN_SIX_HOURS
}
