package org.iolaus.detection.cluster;

import org.iolaus.detection.link.Family;

/**
 * A group of subjects bound by two families.
 *
 * @param members their indices, ascending
 * @param chosenBy family of the object that gathered them
 * @param nats evidence that they are also bound by other families, as the negative log of a bound on chance
 */
public record Candidate(int[] members, Family chosenBy, double nats) {}
