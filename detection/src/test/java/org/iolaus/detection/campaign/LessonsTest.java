package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.campaign.Lessons.Lesson;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class LessonsTest {
    private static final int NETWORK = 1 << Family.NETWORK.ordinal();
    private static final int IDENTITY = 1 << Family.IDENTITY.ordinal();
    private static final long EXIT = 9;
    private static final long CARD = 10;
    private static final long HOME_CARD = 11;

    private final Customers customers = new Customers().longStanding(200);
    private final Reference reference = customers.reference();
    private final IntOpenHashSet suspects = new IntOpenHashSet();
    private final Lessons lessons = new Lessons(customers.all(), customers.table(), reference);
    private final Group group = new Group(7, false);
    private final Subject member = customers.add();
    private final Subject suspect = customers.add();

    LessonsTest() {
        suspects.add(suspect.index());
    }

    private void share(Layer layer, long key) {
        customers.share(layer, key, member.index(), suspect.index());
    }

    private void close() {
        lessons.teach(member, group);
        lessons.touch(suspect);
        lessons.close(suspects::contains);
    }

    @Test
    void close_valuesOfARestrictedMember_areLearnt() {
        share(Layer.IP, EXIT);
        share(Layer.PAYMENT, CARD);
        close();

        assertThat(lessons.of(suspect)).isEqualTo(new Lesson(7, NETWORK | IDENTITY));
    }

    @Test
    void of_beforeTheEpochCloses_isNothing() {
        share(Layer.IP, EXIT);
        lessons.teach(member, group);
        lessons.touch(suspect);

        assertThat(lessons.of(suspect)).isNull();
        assertThat(lessons.close(suspects::contains)).containsExactly(suspect);
    }

    @Test
    void close_memberNotRestricted_teachesNothing() {
        share(Layer.IP, EXIT);
        lessons.touch(suspect);

        assertThat(lessons.close(suspects::contains)).isEmpty();
    }

    @Test
    void besideTeachers_householdOnAnExitWithACardOfItsOwn_isFalse() {
        Members members = new Members(200).add(20, Members.facts(0, 0, 0));
        members.share(Layer.IP, EXIT, 0, 20).share(Layer.PAYMENT, CARD, 0, 15).share(Layer.PAYMENT, HOME_CARD, 15, 20);
        Signature signature = members.signature();
        Lessons learnt =
                new Lessons(members.customers().all(), members.customers().table(), members.reference());
        learnt.teach(members.all().getFirst(), group);

        assertThat(learnt.besideTeachers(members.all().get(1), signature)).isFalse();
        learnt.close(subject -> false);

        assertThat(learnt.besideTeachers(members.all().get(1), signature)).isTrue();
        assertThat(signature.part(Family.IDENTITY).heldBy(members.all().getLast(), Family.IDENTITY))
                .isTrue();
        assertThat(learnt.besideTeachers(members.all().getLast(), signature)).isFalse();
    }

    @Test
    void close_valueOfAReferenceAccount_teachesNothing() {
        share(Layer.IP, EXIT);
        customers.share(Layer.IP, EXIT, 0);
        close();

        assertThat(lessons.of(suspect)).isNull();
    }

    @Test
    void close_valueThatStrangersMostlyUse_teachesNothing() {
        share(Layer.IP, EXIT);
        Subject[] strangers = {customers.add(), customers.add()};
        customers.share(Layer.IP, EXIT, strangers[0].index());
        customers.share(Layer.IP, EXIT, strangers[1].index());
        close();
        assertThat(lessons.of(suspect)).isEqualTo(new Lesson(7, NETWORK));

        Subject late = customers.add();
        customers.share(Layer.IP, EXIT, late.index(), customers.add().index());
        lessons.touch(late);
        lessons.close(suspects::contains);
        assertThat(lessons.of(late)).isNull();
    }

    @Test
    void close_contentOrClient_isNoPlace() {
        share(Layer.SYSTEM, 11);
        share(Layer.CLIENT, 12);
        close();

        assertThat(lessons.of(suspect)).isNull();
    }

    @Test
    void strangers_moreValues_shareMore() {
        for (int exit = 0; exit < 1000; exit++) {
            customers.share(Layer.IP, 100 + exit, member.index());
        }
        share(Layer.PAYMENT, CARD);
        close();
        double unseen = reference.unseen(Layer.IP).share();

        assertThat(lessons.strangers(7, Family.NETWORK)).isCloseTo(1000 * unseen, within(1e-12));
        assertThat(lessons.strangers(7, Family.IDENTITY)).isGreaterThanOrEqualTo(1.0 / 201);
        assertThat(lessons.strangers(8, Family.NETWORK)).isEqualTo(1);
    }
}
