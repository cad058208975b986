package org.iolaus.service.decision;

import java.time.Instant;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyOwner;
import org.iolaus.watermark.keys.KeySchedule;
import org.jspecify.annotations.Nullable;

/** Says under which key an answer is marked, from a key ring's public schedule. Immutable. */
public final class WatermarkKeys {
    /** Nothing is marked. */
    public static final WatermarkKeys NONE = new WatermarkKeys(null);

    private final @Nullable KeySchedule schedule;

    public WatermarkKeys(@Nullable KeySchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The key of an account, beside its campaign's if it is in one.
     *
     * @return null if nothing is marked at that time
     */
    @Nullable
    String keyId(String accountId, @Nullable String campaignId, long millis) {
        if (schedule == null || accountId.isBlank()) {
            return null;
        }
        KeyOwner owner =
                campaignId == null ? new KeyOwner.Account(accountId) : new KeyOwner.Member(accountId, campaignId);
        return schedule.at(Instant.ofEpochMilli(millis))
                .map(epoch -> new KeyId(schedule.provider(), epoch.number(), owner).toString())
                .orElse(null);
    }
}
