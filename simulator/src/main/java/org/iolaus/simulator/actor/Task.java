package org.iolaus.simulator.actor;

import org.iolaus.simulator.text.Template;

/**
 * One frame into which items are put.
 *
 * @param kind name of the kind of work
 * @param system system prompt, fixed wording
 * @param user user turn with slots for the item
 * @param tools names of tools on offer, one a line, with slots; empty text for none
 * @param image whether each item carries a picture
 * @param outputMedian usual length of an answer in tokens
 */
public record Task(String kind, String system, Template user, Template tools, boolean image, double outputMedian) {
    /** The same under another system prompt. */
    public Task under(String prompt) {
        return new Task(kind, prompt, user, tools, image, outputMedian);
    }
}
