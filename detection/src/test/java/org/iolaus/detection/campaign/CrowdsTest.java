package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class CrowdsTest {
    private static final long SYSTEM = 9;

    private final Members members = new Members(200);
    private Crowds crowds = crowds();

    private Crowds crowds() {
        return new Crowds(members.customers().all(), members.customers().table(), members.reference());
    }

    /** Accounts that work from one prompt, item after item of their own. */
    private void work(List<Subject> workers, long system) {
        for (Subject worker : workers) {
            members.customers().share(Layer.SYSTEM, system, worker.index());
            for (int item = 0; item < 5; item++) {
                members.ask(worker, 1 + worker.index() * 100L + item, system, 0, 255);
            }
        }
        crowds = crowds();
    }

    private List<Candidate> examine(Set<Integer> taken) {
        int[] objects = IntStream.range(0, members.customers().table().size()).toArray();
        return crowds.examine(objects, taken::contains);
    }

    @Test
    void examine_crowdThatSignedUpTogether_isFound() {
        work(members.add(30, facts(0, 0, 0)).all(), SYSTEM);

        assertThat(examine(Set.of()))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.members()).containsExactly(members.indices()));
    }

    @Test
    void examine_crowdThatSignedUpAsCustomersDo_isNone() {
        List<Subject> customers = IntStream.range(0, 20)
                .mapToObj(i -> members.customers().all().get(i * 10))
                .toList();
        work(customers, SYSTEM);

        assertThat(examine(Set.of())).isEmpty();
    }

    @Test
    void examine_fewUsers_isNone() {
        work(members.add(15, facts(0, 0, 0)).all(), SYSTEM);

        assertThat(examine(Set.of())).isEmpty();
    }

    @Test
    void examine_membersOfOtherGroups_areLeftOut() {
        work(members.add(30, facts(0, 0, 0)).all(), SYSTEM);

        assertThat(examine(IntStream.range(205, 230).boxed().collect(Collectors.toSet())))
                .isEmpty();
    }

    @Test
    void examine_sameCrowdAgain_isNotTestedAgain() {
        work(members.add(30, facts(0, 0, 0)).all(), SYSTEM);

        assertThat(examine(Set.of())).hasSize(1);
        assertThat(examine(Set.of())).isEmpty();
    }

    @Test
    void examine_usersWhoMostlyDoOtherThings_areNoCrowd() {
        work(members.add(30, facts(0, 0, 0)).all(), SYSTEM);
        for (Subject member : members.all()) {
            for (int item = 50; item < 70; item++) {
                members.ask(member, 1 + member.index() * 100L + item, 0, 0, 0);
            }
        }

        assertThat(examine(Set.of())).isEmpty();
    }

    @Test
    void examine_userOfOneOfManyPieces_isLeftOut() {
        members.add(31, facts(0, 0, 0));
        for (int piece = 0; piece < 12; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 30);
        }
        work(members.all(), SYSTEM);

        assertThat(examine(Set.of()))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.members())
                        .containsExactly(IntStream.range(200, 230).toArray()));
    }
}
