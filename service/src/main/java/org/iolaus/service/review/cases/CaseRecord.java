package org.iolaus.service.review.cases;

import java.time.Instant;
import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands.
 *
 * @param id its name
 * @param group number of the group in the detector, which keeps while the campaign's name may change
 * @param campaignId name of the campaign when last heard of
 * @param state where it stands
 * @param verdict strongest verdict on a member
 * @param accounts members above allow
 * @param openedAccounts as many as there were when it was opened
 * @param unreviewed those of its members above allow that no decision has named yet
 * @param blocked members that reviewers decided to block
 * @param opened when it was opened
 * @param updated when it last changed
 * @param finding what was found of the campaign, as JSON, or null if not told yet
 */
public record CaseRecord(
        String id,
        int group,
        String campaignId,
        CaseState state,
        Verdict verdict,
        int accounts,
        int openedAccounts,
        int unreviewed,
        int blocked,
        Instant opened,
        Instant updated,
        @Nullable String finding) {}
