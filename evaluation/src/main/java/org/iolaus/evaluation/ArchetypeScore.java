package org.iolaus.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * How honest accounts of one archetype fared. A group is the unit of error: accounts that share something drawn once for
 * them, such as a class, or one account that stands alone.
 *
 * @param archetype their behaviour
 * @param accounts how many there are
 * @param flagged how many were restricted or blocked
 * @param askedToVerify how many were asked to verify and no more
 * @param groups independent groups
 * @param groupsFlagged groups with an account flagged
 * @param groupsAskedToVerify groups with an account asked to verify and none flagged
 * @param flaggedUpper95 95 % upper bound of the share of groups flagged; null below {@link Wilson#MIN_TRIALS} groups
 */
public record ArchetypeScore(
        String archetype,
        int accounts,
        int flagged,
        int askedToVerify,
        int groups,
        int groupsFlagged,
        int groupsAskedToVerify,
        @Nullable Double flaggedUpper95) {}
