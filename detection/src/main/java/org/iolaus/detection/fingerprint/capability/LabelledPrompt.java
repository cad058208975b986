package org.iolaus.detection.fingerprint.capability;

import java.util.EnumSet;
import java.util.Set;
import org.iolaus.detection.fingerprint.Capability;

/**
 * A prompt and what it asks for.
 *
 * @param group prompts of one origin or template, held out together
 * @param family finer kind within the group
 * @param language language tag, {@code en} if the data does not say
 * @param system system prompt, empty if there is none
 * @param prompt what the user says
 * @param context what comes with it besides text
 * @param asked capabilities asked for
 * @param undecided capabilities that the data does not settle: neither trained on nor counted
 */
public record LabelledPrompt(
        String group,
        String family,
        String language,
        String system,
        String prompt,
        Context context,
        Set<Capability> asked,
        Set<Capability> undecided) {
    /** What comes with a prompt besides text. */
    public record Context(boolean images, boolean tools, boolean toolResults) {
        public static final Context NONE = new Context(false, false, false);
    }

    public LabelledPrompt {
        asked = Set.copyOf(asked);
        undecided = Set.copyOf(undecided);
    }

    /** Made from one of our own grammars. */
    boolean isOwn() {
        return group.startsWith(PromptGrammar.GROUP_PREFIX);
    }

    static Set<Capability> setOf(Iterable<Capability> capabilities) {
        Set<Capability> set = EnumSet.noneOf(Capability.class);
        capabilities.forEach(set::add);
        return set;
    }
}
