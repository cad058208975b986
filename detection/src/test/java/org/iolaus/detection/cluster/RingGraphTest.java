package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.junit.jupiter.api.Test;

class RingGraphTest {
    private static final int SIZE = 40;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void of_randomHolders_isTheNetworkThatTheLibrarySorts() {
        for (int run = 0; run < 50; run++) {
            List<int[]> holderLists = IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> holders(2 + random.nextInt(12)))
                    .toList();
            Network graph = RingGraph.of(SIZE, holderLists);
            Network slow = sortedByTheLibrary(holderLists);
            assertThat(graph.getNEdges()).isEqualTo(slow.getNEdges());
            assertThat(graph.getNodeWeights()).isEqualTo(slow.getNodeWeights());
            for (int node = 0; node < SIZE; node++) {
                assertThat(graph.getNeighbors(node)).isEqualTo(slow.getNeighbors(node));
                assertThat(graph.getEdgeWeights(node)).isEqualTo(slow.getEdgeWeights(node));
            }
        }
    }

    private int[] holders(int count) {
        return random.ints(0, SIZE).distinct().limit(count).sorted().toArray();
    }

    private static Network sortedByTheLibrary(List<int[]> holderLists) {
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int[] holders : holderLists) {
            for (int i = 0; i < holders.length; i++) {
                for (int j = i + 1; j <= Math.min(i + Communities.REACH, holders.length - 1); j++) {
                    from.add(holders[i]);
                    to.add(holders[j]);
                    weights.add(Communities.weight(holders));
                }
            }
        }
        LargeIntArray[] pairs = {new LargeIntArray(array(from)), new LargeIntArray(array(to))};
        double[] weighed = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return new Network(SIZE, true, pairs, new LargeDoubleArray(weighed), false, false);
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
