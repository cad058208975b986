package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.junit.jupiter.api.Test;

class GroupBasisTest {
    private final Members members = new Members(20).add(9, facts(0, 0, 0));
    private final Signature signature = members.signature();
    private final Group group = new Group(1, true);

    private Assessment look(Standing standing, int size) {
        group.members().clear();
        for (int i = 0; i < size; i++) {
            group.add(members.all().get(i).index());
        }
        Assessment assessment = new Assessment(
                standing, signature, List.of(), Strength.NONE, false, true, standing + " of " + size, "");
        group.scored(assessment, members.customers().all(), size);
        return assessment;
    }

    @Test
    void basis_neverStronger_isTheLastLook() {
        look(Standing.SUSPECTED, 9);
        Assessment last = look(Standing.SUSPECTED, 5);

        assertThat(group.basis().assessment()).isSameAs(last);
    }

    @Test
    void basis_weakerNow_isTheStrongestLookAtMostMembers() {
        look(Standing.WATCHED, 9);
        look(Standing.SUSPECTED, 6);
        Assessment clearest = look(Standing.SUSPECTED, 8);
        look(Standing.SUSPECTED, 3);
        look(Standing.CLEARED, 2);

        assertThat(group.basis().assessment()).isSameAs(clearest);
        assertThat(group.basis().members()).isEqualTo(8);
    }

    @Test
    void basis_ofAnAbsorbedGroupThatWasStronger_isTheAbsorbedOnes() {
        Group other = new Group(2, true);
        look(Standing.CLEARED, 9);
        other.inherit(group);
        Assessment strong = look(Standing.CAMPAIGN, 4);
        other.inherit(group);

        assertThat(other.basis().assessment()).isSameAs(strong);
    }

    @Test
    void basis_neverLookedAt_isRefused() {
        assertThatThrownBy(group::basis).hasMessageContaining("must have been assessed");
    }
}
