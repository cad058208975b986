package org.iolaus.cli.watermark;

import java.util.List;
import org.iolaus.watermark.statistics.PValue;

/**
 * What a result proves and what it does not, in words that stand on every report.
 *
 * @param proves what follows from it
 * @param doesNot what does not
 */
public record Meaning(List<String> proves, List<String> doesNot) {
    private static final String SECRECY =
            "It holds as long as the keys were secret: whoever has a key can mark text with it and frame its owner."
                    + " Commitments published before use show that the key was not chosen afterwards.";
    private static final String COPIED =
            "It does not say who published the text: answers can be shared, resold or stolen.";
    private static final String NOTHING_FOUND =
            "It clears nobody: paraphrase, translation or heavy editing removes a mark, and so does a model that was"
                    + " asked for the text by other means.";
    private static final String OTHER_KEYS = "It says nothing of keys that were not tested.";

    public Meaning {
        proves = List.copyOf(proves);
        doesNot = List.copyOf(doesNot);
    }

    /** The mark of a key was found, or was not. */
    public static Meaning ofDetection(boolean found, double error) {
        return found
                ? new Meaning(
                        List.of(
                                "Tokens of the text were chosen under the key: without that, so high a score has a chance of"
                                        + " at most " + PValue.of(error) + ", whatever the text."),
                        List.of(SECRECY, COPIED))
                : new Meaning(List.of(), List.of(NOTHING_FOUND, OTHER_KEYS));
    }

    /** Somebody was named, or nobody. */
    public static Meaning ofTrace(boolean named, double error) {
        return named
                ? new Meaning(
                        List.of(
                                "Text of this owner of a key is in what was tested: that any of the keys tested fires on"
                                        + " text that none of them marked has a chance of at most " + PValue.of(error)
                                        + "."),
                        List.of(
                                SECRECY,
                                COPIED,
                                "It does not say that all of the text is of this owner, or that the owner did wrong."))
                : new Meaning(List.of(), List.of(NOTHING_FOUND, OTHER_KEYS));
    }

    /** Several owners' keys fired. */
    public static Meaning ofAmbiguity() {
        return new Meaning(
                List.of("Text marked under several keys is in what was tested."),
                List.of(
                        "It names nobody: the texts may be of several accounts, or pieces were put together to frame one."
                                + " Maybe test them one by one with --each.",
                        SECRECY));
    }

    /** A model was found to be trained on marked text, or was not. */
    public static Meaning ofRadioactivity(boolean found, double error) {
        return found
                ? new Meaning(
                        List.of(
                                "The model's tokens depend on the key: it was trained on text served under it, directly or"
                                        + " through another model. Without that, so high a score has a chance of at most "
                                        + PValue.of(error)
                                        + "."),
                        List.of(
                                SECRECY,
                                "It does not say who trained the model, on how much of the text, or whether the trainer knew"
                                        + " where it came from.",
                                "It assumes that no marked text was in the prompts but what was given as prompt."))
                : new Meaning(
                        List.of(),
                        List.of(
                                "It clears no model: paraphrase of the training text, further training on other text and"
                                        + " neutralisation at inference remove an inherited mark.",
                                "Marks of single accounts are too thin to be inherited: test a campaign's key."));
    }
}
