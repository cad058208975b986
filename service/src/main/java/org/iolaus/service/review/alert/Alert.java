package org.iolaus.service.review.alert;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param id its name
 * @param occasion what it tells of
 * @param target name of the receiver
 * @param body what is sent
 * @param state how far it has come
 * @param attempts attempts made
 * @param due when it is to be tried next
 * @param raised when it was raised
 * @param error what went wrong last, or null
 */
public record Alert(
        String id,
        String occasion,
        String target,
        String body,
        State state,
        int attempts,
        Instant due,
        Instant raised,
        @Nullable String error) {
    /** How far it has come. */
    public enum State {
        WAITING,
        SENT,
        /** Given up; somebody has to look. */
        DEAD;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
