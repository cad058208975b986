package org.iolaus.evaluation;

/**
 * How honest accounts of one archetype fared.
 *
 * @param archetype their behaviour
 * @param accounts how many there are
 * @param flagged how many were restricted or blocked
 * @param askedToVerify how many were asked to verify and no more
 * @param flaggedUpper95 95 % upper bound of the share flagged
 */
public record ArchetypeScore(String archetype, int accounts, int flagged, int askedToVerify, double flaggedUpper95) {}
