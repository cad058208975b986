package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Family;
import org.jspecify.annotations.Nullable;

/**
 * Why a group is taken for what it is, and what would change that, in plain sentences.
 *
 * @param size members
 * @param identity what the signature's part of that family is
 * @param loose whether prompts alone were found to hold the group together
 * @param hiddenTwice whether they hide their relation in two independent ways
 * @param dealt whether one data set is dealt out among members whose tie nobody has verified
 * @param sheets whether its work is made of sheets, where that mattered
 * @param source whether one source would explain it, where the relation is hidden
 */
record AssessmentText(
        int size,
        String identity,
        boolean loose,
        boolean hiddenTwice,
        boolean dealt,
        @Nullable Sheets sheets,
        @Nullable OneSource source,
        Signature signature,
        Repetition repetition,
        ColumnScore extraction,
        ColumnScore concealment,
        Relations relations) {
    private static final String DECLARED =
            "half of the accounts belonged to one organisation that the provider has verified, or had a use agreed with"
                    + " it";
    private static final String HIDDEN =
            "a relation that is hidden: meetings on a pool of rare addresses, or means of payment used by several who"
                    + " claim no relation";

    String reason(Standing standing) {
        String who = String.format(Locale.ROOT, "%,d accounts ", size);
        return switch (standing) {
            case CAMPAIGN -> who + "that claim to be strangers share " + shared() + (valuable() ? taking() : dealing());
            case SUSPECTED -> who + suspected();
            case WATCHED -> who + "share " + shared() + ". " + watched();
            case CLEARED -> who + cleared();
        };
    }

    private String watched() {
        if (source != null && extraction.present()) {
            return "What they ask for is worth training on. " + source.explanation();
        }
        return extraction.present()
                ? "What they ask for is worth training on, but they do not hide that they belong together."
                : "They hide that they belong together, but what they ask for is not worth training on.";
    }

    /** Whether the capability model calls what they ask for worth training on. */
    private boolean valuable() {
        return Evidence.bits(extraction.evidence(), Extraction.VALUE) >= Extraction.MIN_BITS;
    }

    private String taking() {
        return repetition.divides()
                ? ", and divide work among them that is worth training on."
                : ", and ask for work that is worth training on.";
    }

    private static String dealing() {
        return ", and divide one set of work among them, of a kind that the capability model does not know as worth"
                + " training on. They hide that they belong together in two ways: who pays, and where they work.";
    }

    private String suspected() {
        if (restsOnClaim()) {
            return "share " + shared()
                    + ", and divide work among them that is worth training on. The organisations, domain or payer"
                    + " that they have in common would explain it, but nobody has verified it: a reason to ask, not to"
                    + " restrict.";
        }
        if (source != null && extraction.present()) {
            return "share " + shared() + ", and divide work among them that is worth training on. "
                    + source.explanation() + " A reason to ask, not to restrict.";
        }
        if (hiddenTwice) {
            return "that claim to be strangers share " + shared()
                    + ". They hide that they belong together in two ways, who pays and where they work; nothing"
                    + " shows that what they ask for is worth training on. A reason to ask, not to restrict.";
        }
        return unknownWork()
                ? "that claim to be strangers share " + shared()
                        + ". They hide that they belong together and divide work among them; nothing shows that it is"
                        + " worth training on. A reason to ask, not to restrict."
                : "that prompts alone hold together divide work among them that is worth training on; long-standing"
                        + " customers hardly use these prompts. One family of evidence is enough to ask, not to"
                        + " restrict.";
    }

    private boolean restsOnClaim() {
        return dealt || (extraction.present() && Concealment.restsOnClaim(concealment, relations));
    }

    /** Whether members who hide divide work of a kind that the capability model does not know as worth training on. */
    private boolean unknownWork() {
        return concealment.present() && !extraction.present();
    }

    /** Why a group that has all it takes is watched all the same. */
    String held(double bits) {
        return String.format(
                Locale.ROOT,
                "%,d accounts share %s. They show all that it takes, yet by less than the %.1f bits that the calibration on"
                        + " honest traffic asks for.",
                size,
                shared(),
                bits);
    }

    private String cleared() {
        if (relations.verifiedOrganization() >= Relations.MOST) {
            return "of verified organisations: their relation is declared.";
        }
        if (relations.sanctioned() >= Relations.MOST) {
            return "whose use the provider has agreed to.";
        }
        if (signature.independentFamilies() == 0) {
            return "share little that sets them apart from others.";
        }
        if (oneFamily()) {
            return "share " + shared() + " and nothing else: one family of evidence is not enough.";
        }
        if (sheets != null) {
            return sheets.common()
                    ? "each do a sheet of exercises that others do too, as the courses of one book do; nothing is divided"
                            + " among them."
                    : "work from the same prompts, but have each done too little to tell a class from a data set that is"
                            + " divided.";
        }
        if (repetition.repeats()) {
            return "do the same few exercises over and over, as a class does; nothing is divided among them.";
        }
        if (!extraction.present()) {
            return "work alike, but what they ask for is not worth training on.";
        }
        if (undivided()) {
            return "work from the same prompts and come back to the same items; too little of it is divided among them.";
        }
        if (relations.onePlace()) {
            return "meet in one place" + (relations.onePayer() ? ", paid for by one" : " and pay for themselves")
                    + ", as a class, an office or a venue does; nothing is hidden.";
        }
        return relations.oneDomain()
                ? "sign up under one e-mail domain of their own; nothing is hidden."
                : "work together and do not hide it.";
    }

    String remedy(Standing standing) {
        return switch (standing) {
            case CAMPAIGN ->
                "Would be cleared if " + DECLARED + ". Would be "
                        + (hiddenTwice ? "asked to verify" : "watched")
                        + " at most if what they ask for were not worth training on"
                        + (hiddenTwice ? " and not divided" : "")
                        + ", and watched at most if they did not hide that they belong together."
                        + (source == null ? "" : " " + source.askedIf());
            case SUSPECTED -> askedRemedy();
            case WATCHED ->
                "A campaign would need " + (extraction.present() ? hidden() : worth()) + ". Would be cleared if "
                        + DECLARED + "; or if half of the shared work came from one place.";
            case CLEARED -> need();
        };
    }

    private String askedRemedy() {
        String cleared = "Would be cleared if " + DECLARED;
        if (dealt) {
            return cleared + ", or if each of them worded its own work. Would be a campaign if they named no"
                    + " organisations, paid by several means and met on a pool of addresses instead of one place.";
        }
        if (restsOnClaim()) {
            return cleared + ", or if half of the shared work came from one place. Would be a campaign if they named no"
                    + " organisations and paid by several means.";
        }
        if (source != null && extraction.present()) {
            return cleared + ", or if half of the shared work came from one place. " + source.campaignIf();
        }
        if (hiddenTwice) {
            return cleared + ", or if half of the shared work came from one place. Would be a campaign if what they ask"
                    + " for were worth training on, or one set of work divided among them.";
        }
        if (unknownWork()) {
            return cleared
                    + ", or if half of the shared work came from one place. Would be watched if they came back to"
                    + " the same items, and a campaign if what they ask for were worth training on.";
        }
        return "Would be a campaign if most of the accounts shared addresses or means of payment too, and hid that they"
                + " belong together. " + cleared + "; if half of them named one organisation or worked from one place;"
                + " or if they came back to the same items.";
    }

    private String need() {
        if (relations.verifiedOrganization() >= Relations.MOST) {
            return "Nothing in their traffic would: verified organisations answer for them.";
        }
        if (relations.sanctioned() >= Relations.MOST) {
            return "Nothing in their traffic would, as long as their use is agreed with the provider.";
        }
        if (oneFamily()) {
            return "A campaign would need a second family of evidence: most of the accounts sharing two of addresses,"
                    + " means of payment and prompts.";
        }
        if (undivided()) {
            return "They would be asked to verify if they were seen to divide their work.";
        }
        List<String> needs = new ArrayList<>();
        if (!extraction.present()) {
            needs.add(worth());
        }
        if (!concealment.present()) {
            needs.add(hidden());
        }
        return needs.isEmpty()
                ? "A campaign would need accounts that do not work from one place."
                : "A campaign would need " + String.join("; and ", needs) + ".";
    }

    private String hidden() {
        return relations.claimed() ? "accounts that do not openly name organisations" : HIDDEN;
    }

    private String worth() {
        return repetition.repeats()
                ? "work that is divided among the accounts, not done over and over"
                : "work that is worth training on";
    }

    private boolean oneFamily() {
        return signature.independentFamilies() < 2 && !loose;
    }

    private boolean undivided() {
        return loose && extraction.present() && (sheets != null || !repetition.divides());
    }

    private String shared() {
        List<String> shared = new ArrayList<>();
        for (Family family : signature.parts().keySet()) {
            if (signature.common(family) && family != Family.CLIENT) {
                shared.add(
                        switch (family) {
                            case NETWORK -> "addresses";
                            case IDENTITY -> identity;
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
