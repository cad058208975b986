package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.iolaus.detection.Customers;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final long HOUR = 3_600_000_000L;
    private static final int CELLS = 3;
    private static final int SIZE = 10;
    private static final int EXITS = 8;

    private final Customers customers = new Customers().longStanding(1000);
    private final Catalog models = new Catalog();
    private final List<Subject> members = new ArrayList<>();

    /** Cells of accounts with a card each, on exits each. */
    private void cells(long organization, int exits) {
        for (int i = 0; i < CELLS * SIZE; i++) {
            int cell = i / SIZE;
            AccountFingerprint facts = facts(organization == 0 ? 0 : organization + cell, 1 + cell, 0);
            Subject member = customers.add(facts);
            members.add(member);
            customers.share(Layer.PAYMENT, 1 + cell, member.index());
            long first = 100 + (exits == EXITS ? 0 : 1000L * cell);
            customers.share(Layer.IP, first + i % EXITS, member.index());
            customers.share(Layer.IP, first + (i + 1) % EXITS, member.index());
        }
    }

    private Set<Integer> groups() {
        models.index("model", Customers.NOW);
        Reference reference = new Reference(ReferenceConfig.DEFAULT, customers.table());
        CampaignTracker tracker =
                new CampaignTracker(customers.all(), customers.table(), reference, subject -> false, models);
        tracker.evaluate(Customers.NOW + HOUR, Customers.NOW + HOUR);
        Set<Integer> numbers = new TreeSet<>();
        for (Subject member : members) {
            numbers.add(Objects.requireNonNull(tracker.group(member)).number());
        }
        return numbers;
    }

    @Test
    void evaluate_cellsWithACardEachOnOnePool_areOneGroup() {
        cells(0, EXITS);

        assertThat(groups()).hasSize(1);
    }

    @Test
    void evaluate_cellsOnPoolsOfTheirOwn_stayApart() {
        cells(0, CELLS * EXITS);

        assertThat(groups()).hasSize(CELLS);
    }

    @Test
    void evaluate_firmsOnOnePool_stayApart() {
        cells(50, EXITS);

        assertThat(groups()).hasSize(CELLS);
    }

    @Test
    void evaluate_cellsWithPromptsOfTheirOwn_stayApart() {
        cells(0, EXITS);
        for (int i = 0; i < members.size(); i++) {
            customers.share(Layer.SYSTEM, 500 + i / SIZE, members.get(i).index());
        }

        assertThat(groups()).hasSize(CELLS);
    }

    @Test
    void evaluate_cellsWithOneSetOfPrompts_areOneGroup() {
        cells(0, EXITS);
        members.forEach(member -> customers.share(Layer.SYSTEM, 500, member.index()));

        assertThat(groups()).hasSize(1);
    }
}
