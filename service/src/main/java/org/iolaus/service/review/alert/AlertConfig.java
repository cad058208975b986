package org.iolaus.service.review.alert;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts go, and how stubbornly.
 *
 * @param targets receivers; none by default
 * @param maxAttempts after so many an alert is given up
 * @param firstWait wait after the first failure; it doubles from one to the next
 * @param maxWait longest wait
 * @param timeout how long one attempt may take
 */
public record AlertConfig(
        List<Target> targets, int maxAttempts, Duration firstWait, Duration maxWait, Duration timeout) {
    public static final AlertConfig DEFAULT =
            new AlertConfig(List.of(), 20, Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofSeconds(10));

    /** How a receiver wants its messages. */
    public enum Shape {
        /** All fields as JSON, signed. */
        GENERIC,
        /** One line of text, as Slack's incoming webhooks take it. */
        SLACK
    }

    /**
     * A receiver.
     *
     * @param name what the operator calls it
     * @param url where it listens; https except on this machine
     * @param shape how it wants its messages
     * @param signingKey what messages are signed with, or null
     */
    public record Target(
            String name, URI url, Shape shape, @Nullable SigningKey signingKey) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

        public Target {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "alerts.targets name " + name + " must have 1 to 80 letters, digits, hyphens and underscores");
            }
            boolean here = "http".equals(url.getScheme())
                    && Set.of("localhost", "127.0.0.1").contains(url.getHost());
            if (!"https".equals(url.getScheme()) && !here) {
                throw new IllegalArgumentException(
                        "alerts.targets " + name + " must have a URL with https, or one with http to this machine");
            }
        }

        /** Without the URL, which is a secret with some receivers. */
        @Override
        public String toString() {
            return "alert target " + name;
        }
    }

    public AlertConfig {
        targets = List.copyOf(targets);
        Set<String> names = new HashSet<>();
        for (Target target : targets) {
            if (!names.add(target.name())) {
                throw new IllegalArgumentException("alerts.targets name " + target.name() + " must be given once");
            }
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("alerts.maxAttempts " + maxAttempts + " must be at least 1");
        }
        if (!firstWait.isPositive() || maxWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "alerts.firstWait " + firstWait + " must be positive and at most alerts.maxWait " + maxWait);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("alerts.timeout " + timeout + " must be longer than nothing");
        }
    }

    /** How long to wait after so many failures. */
    Duration waitAfter(int failures) {
        Duration wait = firstWait;
        for (int i = 1; i < failures && wait.compareTo(maxWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(maxWait) < 0 ? wait : maxWait;
    }
}
