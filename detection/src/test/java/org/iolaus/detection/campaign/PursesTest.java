package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

/** Accounts in homes of their own that work from one set of prompts, a card for every twenty. */
class PursesTest {
    private static final long HOUR = 3_600_000_000L;
    private static final int CELLS = 5;
    private static final int SIZE = 20;
    private static final int ITEMS = 16;
    private static final int FRAMES = 4;
    private static final long PROMPT = 800;
    private static final int WORTHY = 230;

    private final Members members = new Members(1000);
    private final Catalog models = new Catalog();

    private void cells(int cells, int value) {
        for (int i = 0; i < cells * SIZE; i++) {
            int card = 1 + i / SIZE;
            members.add(1, facts(0, card, 0));
            Subject member = members.all().getLast();
            members.customers().share(Layer.PAYMENT, card, member.index());
            work(member, value);
        }
    }

    private void work(Subject subject, int value) {
        members.customers().share(Layer.SYSTEM, PROMPT, subject.index());
        for (long frame = 1; frame <= FRAMES; frame++) {
            members.customers().share(Layer.SHINGLE, 500 + frame, subject.index());
        }
        for (int item = 0; item < ITEMS; item++) {
            members.ask(subject, 1_000L * (1 + subject.index()) + item, PROMPT, 0, value, 501 + item % FRAMES);
        }
    }

    private Set<Group> groups() {
        models.index("model", Customers.NOW);
        Customers customers = members.customers();
        Reference reference = new Reference(ReferenceConfig.DEFAULT, customers.table());
        CampaignTracker tracker =
                new CampaignTracker(customers.all(), customers.table(), reference, subject -> false, models);
        tracker.evaluate(Customers.NOW + HOUR, Customers.NOW + HOUR);
        Set<Group> groups = new TreeSet<>((a, b) -> Integer.compare(a.number(), b.number()));
        members.all().forEach(member -> groups.add(Objects.requireNonNull(tracker.group(member))));
        return groups;
    }

    @Test
    void evaluate_payersEachForStrangersWithOneSetOfPrompts_areOneCampaign() {
        cells(CELLS, WORTHY);

        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.members()).hasSize(CELLS * SIZE);
            assertThat(group.strongest()).isEqualTo(Standing.CAMPAIGN);
        });
    }

    @Test
    void evaluate_twoPayers_stayApart() {
        cells(2, WORTHY);

        assertThat(groups()).hasSize(2).allMatch(group -> group.strongest() == Standing.SUSPECTED);
    }

    @Test
    void evaluate_workThatIsWorthLittle_staysApart() {
        cells(CELLS, 0);

        assertThat(groups()).hasSize(CELLS).allMatch(group -> group.strongest() == Standing.CLEARED);
    }

    @Test
    void evaluate_firmsInAnOfficeEach_stayApart() {
        cells(CELLS, WORTHY);
        for (int cell = 0; cell < CELLS; cell++) {
            members.share(Layer.IP, 700 + cell, cell * SIZE, (cell + 1) * SIZE);
        }

        assertThat(groups()).hasSize(CELLS);
    }

    @Test
    void evaluate_promptsOfCustomersWhoPayForThemselvesToo_keepApart() {
        cells(CELLS, WORTHY);
        for (int i = 0; i < 60; i++) {
            work(members.customers().add(facts(0, 100 + i, 0)), WORTHY);
        }

        assertThat(groups()).hasSize(CELLS);
    }
}
