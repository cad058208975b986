package org.iolaus.service.access;

/** What a route does with a request, on a thread that may wait. */
@FunctionalInterface
public interface Handler {
    /** Answers, or throws {@link Problem} to refuse. */
    Answer answer(Request request);
}
