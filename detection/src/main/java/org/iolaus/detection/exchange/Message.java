package org.iolaus.detection.exchange;

/**
 * One message of a conversation.
 *
 * @param role who speaks
 * @param text its text; several text parts are joined by a line feed; empty if it has none
 * @param images number of image parts
 * @param toolResults number of tool-result parts
 */
public record Message(Role role, Utf8 text, int images, int toolResults) {
    /** Who speaks. Unknown roles are read as {@link #USER}. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT,
        TOOL
    }

    public static Message user(String text) {
        return new Message(Role.USER, Utf8.of(text), 0, 0);
    }
}
