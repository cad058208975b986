package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.profile.Catalog;
import org.junit.jupiter.api.Test;

class CampaignTrackerTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long TEMPLATE = 1;
    private static final int KNOWN = 2000;
    private static final int SECOND = 40;
    private static final int PIECES = 12;

    private final Customers customers = new Customers().longStanding(1000);
    private final Catalog models = new Catalog();
    private final CampaignTracker tracker = new CampaignTracker(
            customers.all(),
            customers.table(),
            new Reference(ReferenceConfig.DEFAULT, customers.table()),
            subject -> false,
            models);

    /** Accounts with one template, each of which meets some others on one exit and some on another. */
    private int[] operation(int size, int perExit, long firstExit) {
        int[] accounts = customers.newcomers(size);
        customers.share(Layer.SYSTEM, TEMPLATE, accounts);
        for (int i = 0; i < size; i++) {
            customers.share(Layer.IP, firstExit + i / perExit, accounts[i]);
            customers.share(Layer.IP, firstExit + size + (i + 1) / perExit, accounts[i]);
        }
        return accounts;
    }

    /** Teams of four at an address each, all of which have some pieces of prompts in common. */
    private int[] teams(int teams) {
        int[] guests = customers.newcomers(4 * teams);
        for (int piece = 0; piece < PIECES; piece++) {
            customers.share(Layer.SHINGLE, 100 + piece, guests);
        }
        for (int i = 0; i < guests.length; i++) {
            customers.share(Layer.IP, 10_000 + i / 4, guests[i]);
        }
        return guests;
    }

    private boolean oneGroup(int[] accounts) {
        models.index("model", Customers.NOW);
        tracker.evaluate(Customers.NOW + HOUR, Customers.NOW + HOUR);
        return Arrays.stream(accounts)
                .allMatch(account -> tracker.group(customers.all().get(account)) != null);
    }

    private Group group(int account) {
        return Objects.requireNonNull(tracker.group(customers.all().get(account)));
    }

    @Test
    void evaluate_templateOfAKnownCampaign_doesNotHideASecondOne() {
        models.index("model", Customers.NOW);
        int[] first = operation(KNOWN, 40, 1_000);
        tracker.evaluate(Customers.NOW + HOUR, Customers.NOW + HOUR);
        int known = group(first[0]).number();
        int[] second = operation(SECOND, 2, 2_000);

        tracker.evaluate(Customers.NOW + Customers.DAY + HOUR, Customers.NOW + Customers.DAY);

        assertThat(Arrays.stream(second).map(account -> group(account).number()))
                .doesNotContain(known);
    }

    @Test
    void evaluate_cellsOfFewWithPromptsOfTheirOwn_areOneGroup() {
        assertThat(oneGroup(teams(5))).isTrue();
    }

    /** Of the prompts of those who are no reference nothing is known; they may be as usual among them. */
    @Test
    void evaluate_cellsOfFewAmongManyOfWhomLittleIsKnown_areNone() {
        customers.newcomers(30_000);

        assertThat(oneGroup(teams(5))).isFalse();
    }
}
