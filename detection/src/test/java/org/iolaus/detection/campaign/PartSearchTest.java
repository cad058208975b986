package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.campaign.Signature.Part;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.junit.jupiter.api.Test;

class PartSearchTest {
    private final Customers customers = new Customers().longStanding(200);

    /** Newcomers and long-standing accounts that work from one prompt. */
    private final int[] crowd = IntStream.concat(
                    IntStream.range(0, 40).map(i -> 5 * i), Arrays.stream(customers.newcomers(40)))
            .toArray();

    private final Reference reference = customers.reference();

    PartSearchTest() {
        customers.share(Layer.SYSTEM, 9, crowd);
    }

    private Part find(PartSearch search) {
        return search.find(Family.CONTENT);
    }

    @Test
    void ofCrowd_longStandingMembersThatAreNotLookedAt_doNotTestify() {
        int object = customers.object(9).id();
        int[] newcomers = Arrays.copyOfRange(crowd, 40, 80);

        assertThat(find(PartSearch.ofCrowd(
                                Arrays.copyOfRange(crowd, 30, 50),
                                crowd,
                                customers.all(),
                                customers.table(),
                                reference))
                        .objects())
                .containsExactly(object);
        assertThat(find(new PartSearch(newcomers, true, customers.all(), customers.table(), reference))
                        .objects())
                .isEmpty();
    }

    @Test
    void ofCrowd_allLookedAt_isTheSearchOfAll() {
        assertThat(find(PartSearch.ofCrowd(crowd, crowd, customers.all(), customers.table(), reference)))
                .isEqualTo(find(new PartSearch(crowd, true, customers.all(), customers.table(), reference)));
    }
}
