package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * Scores a group on the three columns and says what it is taken for. Baselines hold for one choice of the reference
 * population; make a new one for the next.
 */
final class Assessor {
    /**
     * How much more common a phrase may be among people with one kind of work than among customers, where one customer in so
     * many does such work.
     */
    private static final double KIND = 100;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Baseline baseline;
    private final DomainPopularity domains;
    private final Bounds bounds;
    private final boolean founded;
    private final Reference reference;

    Assessor(List<Subject> subjects, ObjectTable table, Reference reference, Bounds bounds) {
        this.bounds = bounds;
        this.subjects = subjects;
        this.table = table;
        baseline = Baseline.of(subjects, reference);
        domains = new DomainPopularity(subjects, reference);
        founded = reference.sufficient();
        this.reference = reference;
    }

    /** Whether what a group's members have in common asks for work worth training on, each of their items counted. */
    boolean worthTraining(Group group, Signature signature) {
        List<SharedItems> shared = SharedItems.of(group.among(subjects), new Traffic(signature));
        return new Extraction(shared, baseline, true)
                .score(Repetition.of(shared), false)
                .present();
    }

    Assessment assess(Group group, Signature signature) {
        List<Subject> members = group.among(subjects);
        List<SharedItems> shared = SharedItems.of(members, new Traffic(signature));
        Relations relations = Relations.of(members, shared, domains, this::placed);
        ColumnScore coordination = new Coordination(members, signature, table).score();
        Repetition repetition = Repetition.of(shared);
        ColumnScore concealment = new Concealment(members, signature, relations, table, reference.payers()).score();
        // Nothing honest hides in two ways, so less is asked of work where three families tie the members besides.
        boolean twoWays = Concealment.hiddenTwice(concealment, relations) >= Concealment.MIN_BITS;
        boolean hiddenTwice = twoWays && signature.independentFamilies() >= 3;
        ColumnScore extraction = new Extraction(shared, baseline, concealment.present()).score(repetition, hiddenTwice);
        boolean unverified = unverified(group, signature, repetition, extraction, relations);
        LongOpenHashSet content = signature.part(Family.CONTENT).keys();
        Dealing dealing = unverified ? Dealing.of(shared, content, key -> true) : Dealing.NONE;
        boolean hides = concealment.present();
        Dealing foreign = hides ? Dealing.of(shared, content, key -> foreign(key, group)) : Dealing.NONE;
        OneSource source =
                hides ? OneSource.of(Concealment.way(concealment, twoWays), shared, foreign, this::placed) : null;
        boolean dealt = dealing.shown();
        boolean claims = dealt || (unverified && Concealment.restsOnClaim(concealment, relations));
        double unknown = unknown(extraction, concealment, relations);
        boolean asked = hiddenTwice || claims || unknown >= Extraction.MIN_BITS;
        Standing standing = standing(group, signature, repetition, extraction, concealment, relations, asked);
        if (standing == Standing.CAMPAIGN && source != null) {
            standing = source.standing(repetition);
        }
        Sheets sheets = standing == Standing.SUSPECTED && !twoWays ? Sheets.of(shared) : null;
        if (sheets != null && !deals(sheets, concealment)) {
            standing = alone(group, signature) || relations.onePlace() ? Standing.CLEARED : Standing.WATCHED;
        }
        double taken = Extraction.bits(extraction, hiddenTwice);
        double dealtBits = dealt ? Math.min(taken, dealing.bits()) : 0;
        double other = Math.max(dealtBits, unknown);
        Strength strength = strength(standing, alone(group, signature), taken, other, concealment, relations);
        boolean held = !bounds.allow(standing, strength);
        AssessmentText text = new AssessmentText(
                members.size(),
                Coordination.identity(signature.part(Family.IDENTITY), table),
                group.loose(),
                hiddenTwice,
                dealt,
                sheets,
                source,
                signature,
                repetition,
                extraction,
                concealment,
                relations);
        return new Assessment(
                held ? Standing.WATCHED : standing,
                signature,
                List.of(coordination, shown(extraction, dealing, foreign), concealment),
                strength,
                relations.declared() || relations.claimed() || relations.oneDomain(),
                founded,
                held ? text.held(bounds.needed(standing)) : text.reason(standing),
                text.remedy(standing));
    }

    /**
     * Whether members are shown to do no sheets. Where they hide who pays, it is enough that hardly anything comes back; users
     * of one relay meet on a pool, too, and have a phrase in common.
     */
    private static boolean deals(Sheets sheets, ColumnScore concealment) {
        boolean hides = concealment.present() && Concealment.reused(concealment) >= Concealment.MIN_BITS;
        return sheets.absent() && (sheets.known() || hides && sheets.apart());
    }

    private static Strength strength(
            Standing standing,
            boolean alone,
            double taken,
            double other,
            ColumnScore concealment,
            Relations relations) {
        List<Evidence> hiding = concealment.evidence();
        return switch (standing) {
            case CAMPAIGN -> new Strength(Math.min(taken, Concealment.hidden(hiding, relations)), 0);
            case SUSPECTED -> new Strength(0, Math.max(other, suspicion(alone, taken, concealment, relations)));
            case WATCHED, CLEARED -> Strength.NONE;
        };
    }

    private static double suspicion(boolean alone, double taken, ColumnScore concealment, Relations relations) {
        if (alone) {
            return taken;
        }
        double claimed = Math.min(taken, Evidence.bits(concealment.evidence()));
        return Math.max(claimed, Concealment.hiddenTwice(concealment, relations));
    }

    /**
     * Bits of the weaker of concealment and division, where members hide that they divide work that the capability model
     * does not know as worth training on; otherwise 0.
     */
    private static double unknown(ColumnScore extraction, ColumnScore concealment, Relations relations) {
        boolean shown = concealment.present() && !extraction.present();
        double hidden = Concealment.hidden(concealment.evidence(), relations);
        return shown ? Math.min(Extraction.divided(extraction), hidden) : 0;
    }

    private Standing standing(
            Group group,
            Signature signature,
            Repetition repetition,
            ColumnScore extraction,
            ColumnScore concealment,
            Relations relations,
            boolean asked) {
        if (relations.declared()) {
            return Standing.CLEARED;
        }
        if (alone(group, signature)) {
            boolean strangers = !relations.claimed() && !relations.sameRoof();
            return group.loose() && tells(group, signature) && extraction.present() && repetition.divides() && strangers
                    ? Standing.SUSPECTED
                    : Standing.CLEARED;
        }
        if (extraction.present() && concealment.present()) {
            return Standing.CAMPAIGN;
        }
        if (asked) {
            return Standing.SUSPECTED;
        }
        boolean unexplained = !relations.onePlace() && (extraction.present() || concealment.present());
        return unexplained ? Standing.WATCHED : Standing.CLEARED;
    }

    /** Whether members divide work that is worth training on, and a tie that nobody has verified would explain it. */
    private static boolean unverified(
            Group group, Signature signature, Repetition repetition, ColumnScore extraction, Relations relations) {
        return relations.explained()
                && !relations.declared()
                && !alone(group, signature)
                && signature.common(Family.CONTENT)
                && extraction.present()
                && repetition.divides();
    }

    private static ColumnScore shown(ColumnScore extraction, Dealing dealing, Dealing foreign) {
        if (foreign.sharedBits() >= Dealing.MIN_BITS) {
            return foreign.beside(extraction, foreign.sharedBits());
        }
        return dealing.shown() ? dealing.beside(extraction, dealing.bits()) : extraction;
    }

    /**
     * Whether members word their turns by something so much more often than customers, long-standing ones or all, that it is
     * no phrase of the kind of work they do.
     */
    private boolean foreign(long content, Group group) {
        int object = table.find(content);
        if (object < 0) {
            return false;
        }
        IntArrayList users = table.get(object).users();
        int holding = 0;
        int witnesses = 0;
        for (int i = 0; i < users.size(); i++) {
            boolean member = group.members().contains(users.getInt(i));
            holding += member ? 1 : 0;
            witnesses += !member && reference.contains(users.getInt(i)) ? 1 : 0;
        }
        int size = group.members().size();
        double standing = (witnesses + 1.0) / (reference.size() + 1);
        double all = (users.size() - holding + 1.0) / (subjects.size() - size + 1);
        return holding >= KIND * size * Math.min(standing, all);
    }

    /** Whether an address tells anything: not if so many customers use it, as where a gateway hides whose they are. */
    private boolean placed(long address) {
        int object = table.find(address);
        return object < 0 || !reference.exceeds(table.get(object), CampaignTracker.POPULAR);
    }

    /** Whether who has the prompts that hold a group together belongs to it more likely than not. */
    private boolean tells(Group group, Signature signature) {
        double share = group.members().size() / (double) subjects.size();
        return new Membership(signature, share, group.loose()).possible();
    }

    /** Whether one family of evidence is all that holds a group together. */
    private static boolean alone(Group group, Signature signature) {
        return group.loose() || signature.independentFamilies() < 2;
    }
}
