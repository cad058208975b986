package org.iolaus.evaluation.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Who holds what: a bipartite graph of accounts and objects without parallel edges. Immutable by convention.
 *
 * @param objects objects of each account, ascending
 * @param accounts accounts of each object, ascending
 */
record Sharing(int[][] objects, int[][] accounts) {
    /** The graph of edges {@code account << 32 | object}, sorted and distinct. */
    static Sharing of(int accountCount, int objectCount, long[] edges) {
        int[] degrees = new int[accountCount];
        int[] popularity = new int[objectCount];
        for (long edge : edges) {
            degrees[account(edge)]++;
            popularity[object(edge)]++;
        }
        int[][] objects = rows(degrees);
        int[][] accounts = rows(popularity);
        int[] filledObjects = new int[accountCount];
        int[] filledAccounts = new int[objectCount];
        for (long edge : edges) {
            int account = account(edge);
            int object = object(edge);
            objects[account][filledObjects[account]++] = object;
            accounts[object][filledAccounts[object]++] = account;
        }
        return new Sharing(objects, accounts);
    }

    /** Several graphs of the same accounts as one; their objects stay apart. */
    static Sharing union(List<Sharing> parts) {
        int accountCount = parts.getFirst().objects().length;
        List<int[]> accounts = new ArrayList<>();
        int[][] objects = new int[accountCount][];
        for (int account = 0; account < accountCount; account++) {
            int degree = 0;
            for (Sharing part : parts) {
                degree += part.objects()[account].length;
            }
            objects[account] = new int[degree];
        }
        int[] filled = new int[accountCount];
        for (Sharing part : parts) {
            for (int[] holders : part.accounts()) {
                for (int account : holders) {
                    objects[account][filled[account]++] = accounts.size();
                }
                accounts.add(holders);
            }
        }
        return new Sharing(objects, accounts.toArray(int[][]::new));
    }

    private static int[][] rows(int[] lengths) {
        int[][] rows = new int[lengths.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new int[lengths[i]];
        }
        return rows;
    }

    private static int account(long edge) {
        return (int) (edge >>> 32);
    }

    private static int object(long edge) {
        return (int) edge;
    }
}
