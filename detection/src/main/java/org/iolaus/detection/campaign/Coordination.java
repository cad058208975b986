package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether a group acts together: each family bets that members hold its objects more often than the reference
 * population does, less the logarithm of the objects it could choose from. Families are taken to be independent, so
 * their bits add up; the client's are shown and not counted.
 */
final class Coordination {
    private static final int SHOWN_VALUES = 5;

    private final List<Subject> members;
    private final Signature signature;
    private final ObjectTable table;

    Coordination(List<Subject> members, Signature signature, ObjectTable table) {
        this.members = members;
        this.signature = signature;
        this.table = table;
    }

    ColumnScore score() {
        List<Evidence> evidence = new ArrayList<>();
        double bits = 0;
        for (Map.Entry<Family, Signature.Part> part : signature.parts().entrySet()) {
            Evidence found = evidence(part.getKey(), part.getValue());
            if (found.bits() > 0) {
                evidence.add(found);
                bits += part.getKey() == Family.CLIENT ? 0 : found.bits();
            }
        }
        boolean present = !evidence.isEmpty();
        return new ColumnScore(Column.COORDINATION, bits, present, evidence, List.of());
    }

    private Evidence evidence(Family family, Signature.Part part) {
        Betting betting = new Betting();
        int holders = 0;
        for (Subject member : members) {
            boolean holds = part.heldBy(member, family);
            holders += holds ? 1 : 0;
            betting.event(holds, part.referenceRate());
        }
        double bits = Betting.bits(betting.eventNats() - StrictMath.log(part.considered()));
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d accounts share %s; of the reference population %s",
                holders,
                members.size(),
                what(family, part),
                share(part.referenceRate()));
        return new Evidence(kind(family), Column.COORDINATION, bits, summary, values(part));
    }

    /** Machine name of a family's evidence. */
    static String kind(Family family) {
        return switch (family) {
            case NETWORK -> "shared_addresses";
            case IDENTITY -> "shared_identity";
            case CLIENT -> "shared_client";
            case CONTENT -> "template_family";
        };
    }

    private String what(Family family, Signature.Part part) {
        long size = part.objects().size();
        return switch (family) {
            case NETWORK -> count(size, "address or network", "addresses and networks");
            case IDENTITY -> String.format(Locale.ROOT, "%,d %s", size, identity(part, table));
            case CLIENT -> count(size, "client", "clients");
            case CONTENT -> count(size, "piece of one set of prompts", "pieces of one set of prompts");
        };
    }

    /** What the objects of an identity part are: means of payment, patterns of e-mail addresses, or both. */
    static String identity(Signature.Part part, ObjectTable table) {
        long payments = part.objects()
                .intStream()
                .filter(id -> table.get(id).layer() == Layer.PAYMENT)
                .count();
        if (payments == part.objects().size()) {
            return "means of payment";
        }
        return payments == 0 ? "patterns of e-mail addresses" : "means of payment or patterns of e-mail addresses";
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private static String share(double rate) {
        return String.format(Locale.ROOT, "at most %.2g %% do", rate * 100);
    }

    private List<String> values(Signature.Part part) {
        return part.objects()
                .intStream()
                .sorted()
                .limit(SHOWN_VALUES)
                .mapToObj(table::get)
                .map(Coordination::value)
                .toList();
    }

    /** An object as an identifier: its layer and keyed hash. */
    static String value(SharedObject object) {
        return String.format(Locale.ROOT, "%s:%016x", object.layer().label(), object.key());
    }
}
