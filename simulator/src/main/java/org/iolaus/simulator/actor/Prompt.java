package org.iolaus.simulator.actor;

/**
 * A prompt from a corpus.
 *
 * @param system its system prompt, empty if it has none
 * @param text what the user says
 */
public record Prompt(String system, String text) {
    /** Puts it into a draft; a system prompt of its own takes the place of the draft's. */
    void write(Draft draft) {
        if (!system.isEmpty()) {
            draft.system.clear();
            draft.system.append(system);
        }
        draft.user.append(text);
    }
}
