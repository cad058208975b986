package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class KinTest {
    private static final long FIRST_WORDING = 100;
    private static final long FIRST_SHINGLE = 200;
    private static final int WORDINGS = 7;
    /** Differences of a worker's wordings: any two of the seven have the same number of workers in common. */
    private static final int[] STEPS = {0, 1, 3};

    private final Members members = new Members(1000).add(56, facts(0, 0, 0));

    private List<int[]> gather(IntPredicate excluded, IntPredicate known) {
        var table = members.customers().table();
        int[] pieces = IntStream.range(0, table.size()).toArray();
        return new Kin(members.customers().all(), table, excluded).gather(pieces, 0, known);
    }

    /** Deals the wordings out, three to each worker. */
    private void dealWordings() {
        int worker = 0;
        for (Subject member : members.all()) {
            for (int step : STEPS) {
                int wording = (worker + step) % WORDINGS;
                members.customers().share(Layer.SYSTEM, FIRST_WORDING + wording, member.index());
                members.customers().share(Layer.SYSTEM_SHINGLE, FIRST_SHINGLE + wording, member.index());
            }
            worker++;
        }
    }

    @Test
    void gather_wordingsDealtOut_findsAllWhoHaveSeveral() {
        dealWordings();
        members.customers().share(Layer.SYSTEM, FIRST_WORDING, 3);

        assertThat(gather(KinTest::nobody, KinTest::nobody))
                .singleElement()
                .satisfies(kin -> assertThat(kin).containsExactly(members.indices()));
    }

    @Test
    void gather_excluded_areLeftOut() {
        dealWordings();
        int out = members.indices()[4];

        assertThat(gather(subject -> subject == out, KinTest::nobody))
                .singleElement()
                .satisfies(kin -> assertThat(kin).hasSize(55).doesNotContain(out));
    }

    @Test
    void gather_mostlyKnown_isNothing() {
        dealWordings();
        int fifth = members.indices()[4];

        assertThat(gather(KinTest::nobody, subject -> subject >= fifth)).isEmpty();
    }

    @Test
    void gather_oneSharedPiece_isNothing() {
        members.share(Layer.SYSTEM, FIRST_WORDING, 0, 56);

        assertThat(gather(KinTest::nobody, KinTest::nobody)).isEmpty();
    }

    @Test
    void gather_morePiecesThanMayGather_findsKinNevertheless() {
        dealWordings();
        var random = new SplittableRandom(1);
        for (int piece = 0; piece < 12_000; piece++) {
            int[] few = random.ints(5, 0, 1000).toArray();
            members.customers().share(Layer.SHINGLE, 1_000 + piece, few);
        }

        assertThat(gather(KinTest::nobody, KinTest::nobody))
                .singleElement()
                .satisfies(kin -> assertThat(kin).containsExactly(members.indices()));
    }

    @Test
    void gather_piecesThatHundredsHave_takeNoPart() {
        for (int piece = 0; piece < 20; piece++) {
            int[] many = IntStream.range(0, 600).toArray();
            members.customers().share(Layer.SHINGLE, 1_000 + piece, many);
        }

        assertThat(gather(KinTest::nobody, KinTest::nobody)).isEmpty();
    }

    @Test
    void gather_piecesThatMeetByChance_areNothing() {
        for (int piece = 0; piece < 300; piece++) {
            for (int user = 0; user < 20; user++) {
                members.customers().share(Layer.SHINGLE, 1_000 + piece, (piece * 389 + user * user * 17 + user) % 1000);
            }
        }

        assertThat(gather(KinTest::nobody, KinTest::nobody)).isEmpty();
    }

    private static boolean nobody(int subject) {
        return false;
    }
}
