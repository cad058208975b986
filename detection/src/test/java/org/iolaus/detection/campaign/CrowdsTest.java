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

    /** Long-standing accounts with the same prompts, most of whose work is from one or the other of two. */
    @Test
    void examine_crowdThatServesInTheReferencePopulation_isFoundWhole() {
        members.customers().newcomers(400);
        List<Subject> aged = IntStream.range(0, 40)
                .mapToObj(i -> members.customers().all().get(i * 5))
                .toList();
        for (Subject account : aged) {
            members.customers().share(Layer.TOOLS, 20, account.index());
            members.customers().share(Layer.OPENING, 21, account.index());
        }
        workFrom(aged, SYSTEM, SYSTEM + 1);

        assertThat(examine(Set.of()))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.members())
                        .containsExactly(aged.stream().mapToInt(Subject::index).toArray()));
    }

    @Test
    void examine_longStandingAccountsWithOtherPromptsBesides_doNotJoinACrowd() {
        List<Subject> workers = members.add(30, facts(0, 0, 0)).all();
        work(workers, SYSTEM);
        for (int i = 0; i < 10; i++) {
            Subject customer = members.customers().all().get(i * 20);
            members.customers().share(Layer.SYSTEM, SYSTEM, customer.index());
            work(List.of(customer), SYSTEM + 2 + i);
        }

        assertThat(examine(Set.of()))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.members()).containsExactly(members.indices()));
    }

    /** Every other account asks five items from the first prompt and one from the second, the rest the other way. */
    private void workFrom(List<Subject> workers, long first, long second) {
        for (int i = 0; i < workers.size(); i++) {
            Subject worker = workers.get(i);
            members.customers().share(Layer.SYSTEM, first, worker.index());
            members.customers().share(Layer.SYSTEM, second, worker.index());
            for (int item = 0; item < 6; item++) {
                boolean mostly = item < 5;
                long system = mostly == (i % 2 == 0) ? first : second;
                members.ask(worker, 1 + worker.index() * 100L + item, system, 0, 255);
            }
        }
        crowds = crowds();
    }
}
