package org.iolaus.evaluation.baseline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What rivals see: volume, and distinct pairs of account and value; not the exchanges. Immutable by convention.
 *
 * @param ids ids of the accounts
 * @param exchanges exchanges of each account
 * @param columns who holds what
 */
public record Traffic(List<String> ids, int[] exchanges, Map<Column, Sharing> columns) {
    public Traffic {
        ids = List.copyOf(ids);
        columns = new EnumMap<>(columns);
    }

    /** Who holds what in some columns. */
    Sharing sharing(Column... which) {
        return Sharing.union(Stream.of(which)
                .map(column -> columns.getOrDefault(column, Sharing.of(ids.size(), 0, new long[0])))
                .toList());
    }
}
