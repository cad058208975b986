package org.iolaus.detection.campaign;

/** The three things a campaign needs at once; each honest look-alike lacks one. */
public enum Column {
    COORDINATION,
    EXTRACTION,
    CONCEALMENT
}
