package org.iolaus.evaluation.baseline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.iolaus.detection.campaign.ColumnScore;

/** Traffic written down by hand: accounts are numbers, objects are groups of them. */
final class SmallTraffic {
    private final int accounts;
    private final Map<String, List<ColumnScore>> scores = new HashMap<>();
    private final Map<Column, List<int[]>> objects = new EnumMap<>(Column.class);

    SmallTraffic(int accounts) {
        this.accounts = accounts;
    }

    /** Adds an object that these accounts hold. */
    SmallTraffic shared(Column column, int... holders) {
        objects.computeIfAbsent(column, _ -> new ArrayList<>()).add(holders);
        return this;
    }

    /** Gives an account's group bits in one column. */
    SmallTraffic bits(int account, org.iolaus.detection.campaign.Column column, double bits) {
        scores.computeIfAbsent("a" + account, _ -> new ArrayList<>())
                .add(new ColumnScore(column, bits, bits > 0, List.of(), List.of()));
        return this;
    }

    Traffic traffic() {
        List<String> ids = new ArrayList<>();
        int[] exchanges = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            ids.add("a" + i);
            exchanges[i] = i + 1;
        }
        Map<Column, Sharing> columns = new EnumMap<>(Column.class);
        objects.forEach((column, groups) -> {
            TreeSet<Long> edges = new TreeSet<>();
            for (int object = 0; object < groups.size(); object++) {
                for (int account : groups.get(object)) {
                    edges.add((long) account << 32 | object);
                }
            }
            columns.put(
                    column,
                    Sharing.of(
                            accounts,
                            groups.size(),
                            edges.stream().mapToLong(each -> each).toArray()));
        });
        return new Traffic(
                ids,
                exchanges,
                columns,
                Collections.nCopies(accounts, null),
                Collections.nCopies(accounts, null),
                0,
                scores);
    }
}
