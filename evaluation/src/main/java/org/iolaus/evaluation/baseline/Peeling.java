package org.iolaus.evaluation.baseline;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Scores an account by the dense block it lies in.
 *
 * <p>FRAUDAR (Hooi et al., KDD 2016) over accounts and objects: an edge weighs 1 / log(holders of its object + 5); the
 * node with the least weight left is peeled off until none is left, and the block is what was there when weight by node
 * was greatest. The block's edges are then removed and the next block sought. O(E log E) a block. Departures: blocks are
 * ranked in the order found, up to {@link #BLOCKS}; objects of a single account, which link nobody, are left out.
 *
 * @param label what it is called
 * @param columns objects taken
 */
record Peeling(String label, Column... columns) implements Baseline {
    private static final int BLOCKS = 8;

    /** A node and the weight it had when it was queued. */
    private record Entry(int node, double weight) {}

    @Override
    public String name() {
        return "log-weighted peeling, " + label;
    }

    @Override
    public double[] scores(Traffic traffic) {
        Sharing sharing = traffic.sharing(columns);
        double[] scores = new double[sharing.objects().length];
        boolean[] spent = new boolean[scores.length];
        for (int block = 0; block < BLOCKS; block++) {
            boolean[] kept = new Peel(sharing, spent).densest();
            for (int account = 0; account < scores.length; account++) {
                if (kept[account]) {
                    scores[account] = BLOCKS - block;
                    spent[account] = true;
                }
            }
        }
        return scores;
    }

    /** One block sought. Nodes are accounts, then objects; accounts of earlier blocks take no part. */
    private static final class Peel {
        private final Sharing sharing;
        private final int accounts;
        private final boolean[] gone;
        private final double[] edge;
        private final double[] weight;
        private final PriorityQueue<Entry> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Entry::weight).thenComparingInt(Entry::node));
        private double total;
        private int left;

        Peel(Sharing sharing, boolean[] spent) {
            this.sharing = sharing;
            accounts = sharing.objects().length;
            int nodes = accounts + sharing.accounts().length;
            gone = new boolean[nodes];
            edge = new double[sharing.accounts().length];
            weight = new double[nodes];
            System.arraycopy(spent, 0, gone, 0, accounts);
            weigh();
        }

        private void weigh() {
            for (int object = 0; object < edge.length; object++) {
                edge[object] = 1 / Math.log(sharing.accounts()[object].length + 5.0);
                for (int account : sharing.accounts()[object]) {
                    if (!gone[account] && sharing.accounts()[object].length > 1) {
                        weight[account] += edge[object];
                        weight[accounts + object] += edge[object];
                        total += edge[object];
                    }
                }
            }
            for (int node = 0; node < weight.length; node++) {
                gone[node] |= weight[node] == 0;
                if (!gone[node]) {
                    left++;
                    queue.add(new Entry(node, weight[node]));
                }
            }
        }

        /** Which accounts are in the block of greatest weight by node. */
        boolean[] densest() {
            int[] peeled = new int[left];
            int count = 0;
            int best = 0;
            double density = left == 0 ? 0 : total / left;
            boolean[] kept = gone.clone();
            while (left > 0) {
                Entry entry = queue.remove();
                if (gone[entry.node()] || entry.weight() > weight[entry.node()]) {
                    continue;
                }
                remove(entry.node());
                peeled[count++] = entry.node();
                if (left > 0 && total / left > density) {
                    density = total / left;
                    best = count;
                }
            }
            for (int node = 0; node < kept.length; node++) {
                kept[node] = !kept[node];
            }
            for (int i = 0; i < best; i++) {
                kept[peeled[i]] = false;
            }
            return kept;
        }

        private void remove(int node) {
            gone[node] = true;
            left--;
            boolean account = node < accounts;
            int[] neighbours = account ? sharing.objects()[node] : sharing.accounts()[node - accounts];
            for (int each : neighbours) {
                int neighbour = account ? accounts + each : each;
                if (!gone[neighbour]) {
                    double lost = edge[account ? each : node - accounts];
                    weight[neighbour] -= lost;
                    total -= lost;
                    queue.add(new Entry(neighbour, weight[neighbour]));
                }
            }
        }
    }
}
