package org.iolaus.evaluation.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.cluster.Seeds;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Scores an account by the group test's evidence in nats of the strongest group it is in, with no second column and no
 * signature: the detector's core, asked once at the end of the window.
 *
 * <p>With a self-estimated null popularity is what all accounts say, the group under test among them. To that end every
 * account has a twin with the same objects, and the twins are the reference population.
 *
 * @param selfEstimated whether all accounts make the null, in place of the reference population
 */
record Core(boolean selfEstimated) implements Baseline {
    /** As in the scan: an object that more of the population has gathers no group. */
    private static final double POPULAR = 0.1;

    private static final ReferenceConfig EVERYBODY =
            new ReferenceConfig(0, Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 1, 1);
    private static final Map<Column, Layer> LAYERS = new EnumMap<>(Map.of(
            Column.PAYMENT, Layer.PAYMENT,
            Column.EMAIL_PATTERN, Layer.EMAIL_PATTERN,
            Column.SIGNUP_ADDRESS, Layer.IP,
            Column.EXIT_ADDRESS, Layer.IP,
            Column.EXIT_PREFIX, Layer.PREFIX,
            Column.CLIENT, Layer.CLIENT,
            Column.SYSTEM_PROMPT, Layer.SYSTEM,
            Column.TOOLS, Layer.TOOLS,
            Column.OPENING, Layer.OPENING));

    @Override
    public String name() {
        return "core alone, null from " + (selfEstimated ? "all accounts" : "the reference population");
    }

    @Override
    public double[] scores(Traffic traffic) {
        int accounts = traffic.ids().size();
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < (selfEstimated ? 2 : 1) * accounts; i++) {
            subjects.add(subject(traffic, i, i % accounts));
        }
        ObjectTable table = new ObjectTable(subjects, Integer.MAX_VALUE);
        LAYERS.forEach((column, layer) -> link(traffic.sharing(column), column, layer, subjects, table));
        Reference reference = new Reference(selfEstimated ? EVERYBODY : ReferenceConfig.DEFAULT, table);
        reference.choose(subjects, traffic.endMicros(), _ -> false);
        return scores(accounts, subjects, table, reference);
    }

    private Subject subject(Traffic traffic, int index, int account) {
        Subject subject = new Subject(index, index, traffic.ids().get(account), null);
        Fingerprint first = traffic.first().get(account);
        if (first != null) {
            subject.add(first, 0, -1);
        }
        AccountFingerprint facts = traffic.facts().get(account);
        if (selfEstimated && index != account) {
            subject.facts(eligible(traffic.ids().get(account), facts));
        } else if (!selfEstimated && facts != null) {
            subject.facts(facts);
        }
        return subject;
    }

    /** Facts that admit anybody. */
    private static AccountFingerprint eligible(String id, @Nullable AccountFingerprint facts) {
        long created = facts == null ? 0 : Math.max(0, facts.account().createdMicros());
        Account account = AccountDraft.created(id, created)
                .type(Account.Type.INDIVIDUAL)
                .verification(Account.Verification.PAYMENT)
                .account();
        return new AccountFingerprint(account, 0, 0, 0, 0, 0, 0, 0);
    }

    private static void link(Sharing sharing, Column column, Layer layer, List<Subject> subjects, ObjectTable table) {
        int accounts = sharing.objects().length;
        for (int i = 0; i < subjects.size(); i++) {
            for (int object : sharing.objects()[i % accounts]) {
                table.link(layer, (long) (column.ordinal() + 1) << Integer.SIZE | object, subjects.get(i));
            }
        }
    }

    private static double[] scores(int accounts, List<Subject> subjects, ObjectTable table, Reference reference) {
        double[] scores = new double[accounts];
        GroupTest test = new GroupTest(subjects, table, reference);
        Seeds seeds = new Seeds(subjects.size());
        for (int id = 0; id < table.size(); id++) {
            SharedObject object = table.get(id);
            int[] users = Arrays.stream(object.users().toIntArray())
                    .filter(user -> user < accounts)
                    .toArray();
            if (users.length >= GroupTest.MIN_MEMBERS
                    && reference.popularity(object).share() <= POPULAR
                    && seeds.fresh(users, object.layer().family())) {
                for (Candidate candidate : test.examine(users, object.layer().family())) {
                    for (int member : candidate.members()) {
                        scores[member] = Math.max(scores[member], candidate.nats());
                    }
                }
            }
        }
        return scores;
    }
}
