package org.iolaus.detection.pipeline;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Turns accounts into subjects: one an account, or one an end user where the account carries many. Account facts take
 * effect at their time. Not thread-safe.
 */
final class Subjects implements IntPredicate {
    /** End users from which on an account is taken apart. */
    private static final int CARRIER = 10;

    private final AccountFingerprinter fingerprinter;
    private final List<Subject> all = new ArrayList<>();
    private final Long2IntOpenHashMap byKey = new Long2IntOpenHashMap();
    private final Map<String, AccountFingerprint> facts = new HashMap<>();
    private final Map<String, Long2IntOpenHashMap> endUsers = new HashMap<>();
    private final Set<String> carriers = new HashSet<>();
    /** Carriers by index. */
    private final BitSet carrying = new BitSet();

    private final PriorityQueue<Account> pending = new PriorityQueue<>(Order.BY_TIME);
    /** Indices of the subjects that are looked up ahead, or -1. */
    private int[] ahead = {};

    Subjects(AccountFingerprinter fingerprinter) {
        this.fingerprinter = fingerprinter;
        byKey.defaultReturnValue(-1);
    }

    /** Orders account facts. A class with a name, so that what holds it can be saved. */
    private enum Order implements Comparator<Account> {
        BY_TIME;

        @Override
        public int compare(Account a, Account b) {
            int order = Long.compare(a.updatedMicros(), b.updatedMicros());
            order = order == 0 ? a.accountId().compareTo(b.accountId()) : order;
            return order == 0 ? a.toString().compareTo(b.toString()) : order;
        }
    }

    List<Subject> all() {
        return all;
    }

    /** Accounts with at least one exchange. */
    long accountsSeen() {
        return all.stream().map(Subject::accountId).distinct().count();
    }

    void account(Account account) {
        pending.add(account);
    }

    /** Applies account facts that hold from {@code micros} or earlier; what comes after newer ones is history. */
    void applyFacts(long micros, ObjectTable table) {
        while (!pending.isEmpty() && pending.peek().updatedMicros() <= micros) {
            Account account = pending.remove();
            AccountFingerprint former = facts.get(account.accountId());
            if (former != null && former.account().updatedMicros() > account.updatedMicros()) {
                continue;
            }
            AccountFingerprint known = fingerprinter.fingerprint(account);
            facts.put(account.accountId(), known);
            int index = byKey.get(fingerprinter.account(account.accountId()));
            if (index >= 0) {
                Subject subject = all.get(index);
                subject.facts(known);
                link(subject, known, table);
            }
        }
    }

    /** The subject that an exchange counts for; made if it is new. */
    Subject of(Fingerprint fingerprint, ObjectTable table) {
        boolean carried = carried(fingerprint);
        long key = carried ? fingerprint.endUser() : fingerprint.account();
        int index = byKey.get(key);
        if (index >= 0) {
            return all.get(index);
        }
        String endUser = carried ? fingerprint.endUserId() : null;
        Subject subject = new Subject(all.size(), key, fingerprint.accountId(), endUser);
        all.add(subject);
        byKey.put(key, subject.index());
        carrying.set(subject.index(), endUser == null && carriers.contains(fingerprint.accountId()));
        AccountFingerprint known = facts.get(fingerprint.accountId());
        if (known != null && endUser == null) {
            subject.facts(known);
            link(subject, known, table);
        }
        return subject;
    }

    /**
     * The subject that an exchange would count for, as known at the last close; one with no profile if it is new, null if
     * nothing is said of it as a whole. Changes nothing.
     */
    @Nullable
    Subject peek(Fingerprint fingerprint) {
        boolean carrier = carriers.contains(fingerprint.accountId());
        if (carrier && fingerprint.endUserId() == null) {
            return null;
        }
        long key = carrier ? fingerprint.endUser() : fingerprint.account();
        int index = byKey.get(key);
        if (index >= 0) {
            return all.get(index);
        }
        Subject subject =
                new Subject(Integer.MAX_VALUE, key, fingerprint.accountId(), carrier ? fingerprint.endUserId() : null);
        AccountFingerprint known = facts.get(fingerprint.accountId());
        if (known != null && !carrier) {
            subject.facts(known);
        }
        return subject;
    }

    /**
     * Reads what is known of exchanges' accounts ahead of {@link #of}; see {@link Subject#touch}. First it looks all of
     * them up, for what waits for one look-up must not delay the next.
     */
    long touch(List<Fingerprint> next) {
        ahead = IntArrays.ensureCapacity(ahead, next.size());
        for (int i = 0; i < next.size(); i++) {
            ahead[i] = byKey.get(next.get(i).account());
        }
        long read = 0;
        for (int i = 0; i < next.size(); i++) {
            read += ahead[i] < 0 ? 0 : all.get(ahead[i]).touch(next.get(i));
        }
        return read;
    }

    private boolean carried(Fingerprint fingerprint) {
        if (fingerprint.endUserId() == null) {
            return false;
        }
        String account = fingerprint.accountId();
        if (carriers.contains(account)) {
            return true;
        }
        AccountFingerprint known = facts.get(account);
        Long2IntOpenHashMap seen = endUsers.computeIfAbsent(account, id -> new Long2IntOpenHashMap());
        seen.addTo(fingerprint.endUser(), 1);
        boolean reseller = known != null && known.account().type() == Account.Type.RESELLER;
        if (reseller || seen.size() >= CARRIER) {
            carriers.add(account);
            int index = byKey.get(fingerprint.account());
            if (index >= 0) {
                carrying.set(index);
            }
            endUsers.remove(account);
            return true;
        }
        return false;
    }

    /** Whether a subject is an account that is taken apart by end user, so that nothing is said of it as a whole. */
    boolean carrier(int subject) {
        return carrying.get(subject);
    }

    /** The same. */
    @Override
    public boolean test(int subject) {
        return carrier(subject);
    }

    /** Facts of a subject's account, or null; end users are not the account's owner and share nothing by it. */
    @Nullable
    AccountFingerprint account(Subject subject) {
        return facts.get(subject.accountId());
    }

    private static void link(Subject subject, AccountFingerprint known, ObjectTable table) {
        link(subject, Layer.PAYMENT, known.payment(), 0, table);
        link(subject, Layer.EMAIL_PATTERN, known.email(), 0, table);
        link(subject, Layer.IP, known.ip(), known.supernet(), table);
        link(subject, Layer.PREFIX, known.prefix(), known.supernet(), table);
    }

    private static void link(Subject subject, Layer layer, long key, long supernet, ObjectTable table) {
        if (key != 0 && subject.recurrence().appears(key)) {
            table.link(layer, key, supernet, subject);
        }
    }
}
