package org.iolaus.simulator.actor;

import org.iolaus.simulator.text.Speech;
import org.iolaus.simulator.text.Template;
import org.jspecify.annotations.Nullable;

/**
 * One frame into which items are put.
 *
 * @param kind name of the kind of work
 * @param system system prompt, fixed wording
 * @param user user turn with slots for the item
 * @param tools names of tools on offer, one a line, with slots; empty text for none
 * @param image whether each item carries a picture
 * @param outputMedian usual length of an answer in tokens
 * @param upkeep how the system prompt changes
 */
public record Task(
        String kind, String system, Template user, Template tools, boolean image, double outputMedian, Upkeep upkeep) {
    /** The same under another system prompt, which stays as it is. */
    public Task under(String prompt) {
        return new Task(kind, prompt, user, tools, image, outputMedian, Upkeep.NONE);
    }

    /** The same with another user turn, whose {@code <rule>} slots are filled anew each time. */
    public Task asking(String turn) {
        return new Task(kind, system, user.grammar().template(turn), tools, image, outputMedian, upkeep);
    }

    /** The same with answers of another length. */
    public Task answered(double tokens) {
        return new Task(kind, system, user, tools, image, tokens, upkeep);
    }

    /** Puts an item into this frame. */
    public void write(Draft draft, Speech item) {
        write(draft, item, null);
    }

    /** Puts an item into this frame, or a corpus's prompt into its place. */
    public void write(Draft draft, Speech item, @Nullable Prompt prompt) {
        draft.system.append(system);
        upkeep.complete(draft, system.hashCode(), user.grammar());
        if (prompt == null) {
            user.fill(item, draft.user);
        } else {
            prompt.write(draft);
        }
        draft.offer(tools, item);
        if (image) {
            draft.image();
        }
        draft.expectOutput(outputMedian);
        draft.expectRefusal(Refusals.of(kind));
    }
}
