package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Arrays;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final long SYSTEM = 9;

    private final Members members = new Members(200).add(20, facts(0, 0, 0));
    private final Groups groups =
            new Groups(members.customers().all(), members.customers().table());

    private Group crowd() {
        groups.absorbCrowd(new Candidate(members.indices(), Family.CONTENT, 20));
        return groups.all().getFirst();
    }

    private void works(Subject subject, long system, long... shingles) {
        for (int item = 0; item < 5; item++) {
            members.ask(subject, 1 + subject.index() * 100L + item, system, 0, 0, shingles);
        }
    }

    @Test
    void absorbRest_mostOfAGroupGatheredWithIt_goesThere() {
        int[] all = members.indices();
        groups.absorb(new Candidate(Arrays.copyOf(all, 8), Family.CONTENT, 20));

        groups.absorbRest(new Candidate(Arrays.copyOfRange(all, 8, 20), Family.CONTENT, 20), all);

        assertThat(groups.all())
                .singleElement()
                .satisfies(group -> assertThat(group.members().toIntArray()).containsExactly(all));
    }

    @Test
    void absorbRest_littleOfAGroupGatheredWithIt_isAGroupOfItsOwn() {
        int[] all = members.indices();
        groups.absorb(new Candidate(Arrays.copyOf(all, 8), Family.CONTENT, 20));

        groups.absorbRest(
                new Candidate(Arrays.copyOfRange(all, 8, 20), Family.CONTENT, 20), Arrays.copyOfRange(all, 5, 20));

        assertThat(groups.all()).extracting(group -> group.members().size()).containsExactly(8, 12);
    }

    @Test
    void follow_newcomerWithPiecesThatSetNobodyApart_joinsACrowd() {
        long[] shingles = {100, 101, 102, 103};
        for (long shingle : shingles) {
            members.share(Layer.SHINGLE, shingle, 0, 20);
            members.customers().share(Layer.SHINGLE, shingle, 7);
        }
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        members.all().forEach(member -> works(member, SYSTEM, shingles));
        Subject newcomer = members.customers().add(facts(0, 0, 0));
        for (long shingle : shingles) {
            members.customers().share(Layer.SHINGLE, shingle, newcomer.index());
        }
        works(newcomer, 0, shingles);
        Group crowd = crowd();

        groups.follow(crowd, members.reference());

        assertThat(groups.of(newcomer.index())).isSameAs(crowd);
        assertThat(groups.of(7)).isNull();
    }

    @Test
    void follow_memberWhoMostlyDoesOtherThings_leavesACrowd() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        members.all().forEach(member -> works(member, SYSTEM));
        Subject other = members.all().getFirst();
        for (int item = 50; item < 60; item++) {
            members.ask(other, item, 0, 0, 0);
        }
        Group crowd = crowd();

        groups.follow(crowd, members.reference());

        assertThat(groups.of(other.index())).isNull();
        assertThat(crowd.members()).hasSize(19);
    }

    @Test
    void follow_memberOfACrowdThatMatchesABoundGroup_movesThere() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20)
                .share(Layer.PAYMENT, 1, 0, 20)
                .share(Layer.IP, 2, 0, 20);
        members.all().forEach(member -> works(member, SYSTEM));
        int[] all = members.indices();
        groups.absorbCrowd(new Candidate(Arrays.copyOf(all, 8), Family.CONTENT, 20));
        groups.absorb(new Candidate(Arrays.copyOfRange(all, 8, 20), Family.CONTENT, 20));
        Group bound = groups.all().getLast();

        groups.follow(bound, members.reference());

        assertThat(bound.loose()).isFalse();
        assertThat(bound.members())
                .containsExactlyElementsOf(Arrays.stream(all).boxed().toList());
        assertThat(groups.all().getFirst().members()).isEmpty();
    }
}
