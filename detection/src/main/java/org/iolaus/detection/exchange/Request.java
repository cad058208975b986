package org.iolaus.detection.exchange;

import java.util.List;

/**
 * What was asked.
 *
 * @param system the system prompt, empty if there is none
 * @param turn the new messages only: what follows the last assistant message that precedes them
 * @param earlierMessages how many messages of the conversation preceded {@code turn} and are not counted again
 * @param tools names of the tools on offer, in the order given
 * @param parameters sampling parameters
 */
public record Request(Utf8 system, List<Message> turn, int earlierMessages, List<String> tools, Parameters parameters) {
    public Request {
        turn = List.copyOf(turn);
        tools = List.copyOf(tools);
    }
}
