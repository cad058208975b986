package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * Scores a group on the three columns and says what it is taken for. Baselines hold for one evaluation; make a new one
 * for the next.
 */
final class Assessor {
    private static final String SHEETS =
            "%,d accounts each do a sheet of exercises that others do too, as the courses of"
                    + " one book do; nothing is divided among them.";

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Baseline baseline;
    private final DomainPopularity domains;
    private final boolean founded;

    Assessor(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        baseline = Baseline.of(subjects, reference);
        domains = new DomainPopularity(subjects, reference);
        founded = reference.sufficient();
    }

    Assessment assess(Group group, Signature signature) {
        List<Subject> members = new ArrayList<>();
        group.members().forEach(member -> members.add(subjects.get(member)));
        Traffic traffic = new Traffic(signature);
        Relations relations = Relations.of(members, traffic, domains);
        ColumnScore coordination = new Coordination(members, signature, table).score();
        Repetition repetition = Repetition.of(members, traffic);
        ColumnScore extraction = new Extraction(members, traffic, baseline).score(repetition);
        ColumnScore concealment = new Concealment(members, signature, relations).score();
        Standing standing = standing(group, signature, repetition, extraction, concealment, relations);
        boolean sheets = standing == Standing.SUSPECTED && Sheets.common(members, traffic);
        standing = sheets ? Standing.CLEARED : standing;
        return new Assessment(
                standing,
                signature,
                List.of(coordination, extraction, concealment),
                founded,
                sheets
                        ? String.format(
                                Locale.ROOT,
                                "%,d accounts each do a sheet of exercises that others do too, as the courses of one book"
                                        + " do; nothing is divided among them.",
                                members.size())
                        : reason(standing, members.size(), signature, repetition, extraction, relations));
    }

    private static Standing standing(
            Group group,
            Signature signature,
            Repetition repetition,
            ColumnScore extraction,
            ColumnScore concealment,
            Relations relations) {
        if (relations.declared()) {
            return Standing.CLEARED;
        }
        if (group.loose() || signature.independentFamilies() < 2) {
            boolean strangers = !relations.claimed() && !relations.sameRoof();
            return (group.loose() || signature.contentOnly())
                            && extraction.present()
                            && repetition.divides()
                            && strangers
                    ? Standing.SUSPECTED
                    : Standing.CLEARED;
        }
        if (extraction.present() && concealment.present()) {
            return Standing.CAMPAIGN;
        }
        boolean unexplained = relations.place() < Relations.MOST && (extraction.present() || concealment.present());
        return unexplained ? Standing.WATCHED : Standing.CLEARED;
    }

    private static String reason(
            Standing standing,
            int size,
            Signature signature,
            Repetition repetition,
            ColumnScore extraction,
            Relations relations) {
        String who = String.format(Locale.ROOT, "%,d accounts ", size);
        return switch (standing) {
            case CAMPAIGN ->
                who + "that claim to be strangers share " + shared(signature)
                        + (repetition.divides()
                                ? ", and divide work among them that is worth training on."
                                : ", and ask for work that is worth training on.");
            case SUSPECTED ->
                who + "with nothing else in common divide work among them that is worth training on, in prompts that"
                        + " long-standing customers do not use. One family of evidence is enough to ask, not to"
                        + " restrict.";
            case WATCHED ->
                who + "share " + shared(signature) + ". "
                        + (extraction.present()
                                ? "What they ask for is worth training on, but they do not hide that they belong"
                                        + " together."
                                : "They hide that they belong together, but what they ask for is not worth training"
                                        + " on.");
            case CLEARED -> who + cleared(signature, repetition, extraction, relations);
        };
    }

    private static String cleared(
            Signature signature, Repetition repetition, ColumnScore extraction, Relations relations) {
        if (relations.verifiedOrganization() >= Relations.MOST) {
            return "of one verified organisation: their relation is declared.";
        }
        if (relations.sanctioned() >= Relations.MOST) {
            return "whose use the provider has agreed to.";
        }
        if (signature.independentFamilies() < 2 && !signature.contentOnly()) {
            return "share " + shared(signature) + " and nothing else: one family of evidence is not enough.";
        }
        if (repetition.repeats()) {
            return "do the same few exercises over and over, as a class does; nothing is divided among them.";
        }
        if (!extraction.present()) {
            return "work alike, but what they ask for is not worth training on.";
        }
        if (signature.contentOnly() && !repetition.divides()) {
            return "work from the same prompts and come back to the same items; too little of it is divided among them.";
        }
        if (relations.place() >= Relations.MOST) {
            return "meet in one place and pay for themselves, as a class, an office or a venue does; nothing is hidden.";
        }
        return relations.domain() >= Relations.MOST
                ? "sign up under one e-mail domain of their own; nothing is hidden."
                : "work together and do not hide it.";
    }

    private static String shared(Signature signature) {
        List<String> shared = new ArrayList<>();
        for (Family family : signature.parts().keySet()) {
            if (signature.common(family) && family != Family.CLIENT) {
                shared.add(
                        switch (family) {
                            case NETWORK -> "addresses";
                            case IDENTITY -> "means of payment or sign-up patterns";
                            case CLIENT -> "clients";
                            case CONTENT -> "prompts";
                        });
            }
        }
        if (shared.size() < 2) {
            return shared.isEmpty() ? "little" : shared.getFirst();
        }
        String last = shared.removeLast();
        return String.join(", ", shared) + " and " + last;
    }
}
