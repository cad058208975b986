package org.iolaus.evaluation.baseline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What rivals see: volume, distinct pairs of account and value, account facts and first exchanges; and what a scan of the
 * same traffic scored each account's group. Immutable by convention.
 *
 * @param ids ids of the accounts
 * @param exchanges exchanges of each account
 * @param columns who holds what
 * @param facts facts of each account, null where unknown
 * @param first first exchange of each account, null where there is none
 * @param endMicros event time of the last exchange
 * @param scores scores of the group that an account is in at the end of a scan, by id; accounts in no group are left out
 */
public record Traffic(
        List<String> ids,
        int[] exchanges,
        Map<Column, Sharing> columns,
        List<@Nullable AccountFingerprint> facts,
        List<@Nullable Fingerprint> first,
        long endMicros,
        Map<String, List<ColumnScore>> scores) {
    public Traffic {
        ids = List.copyOf(ids);
        columns = new EnumMap<>(columns);
        facts = Collections.unmodifiableList(new ArrayList<>(facts));
        first = Collections.unmodifiableList(new ArrayList<>(first));
        scores = Map.copyOf(scores);
    }

    /** Who holds what in some columns. */
    Sharing sharing(Column... which) {
        return Sharing.union(Stream.of(which)
                .map(column -> columns.getOrDefault(column, Sharing.of(ids.size(), 0, new long[0])))
                .toList());
    }
}
