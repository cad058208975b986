package org.iolaus.service.access;

import com.linecorp.armeria.common.HttpStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that is refused, with what a problem document says of it (RFC 9457). */
public final class Problem extends RuntimeException {
    private final transient HttpStatus status;
    private final String type;
    private final @Nullable Duration retryAfter;

    /**
     * @param status HTTP status
     * @param type name of the kind of problem, the last part of its URI, e.g. {@code unknown-case}
     * @param detail name, value and rule; advice on a new line
     */
    public Problem(HttpStatus status, String type, String detail) {
        this(status, type, detail, null);
    }

    /** @param retryAfter when the same request may succeed, or null */
    public Problem(HttpStatus status, String type, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.retryAfter = retryAfter;
    }

    /** A value that breaks a rule. */
    public static Problem invalid(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid-request", detail);
    }

    /** Something that does not exist. */
    public static Problem unknown(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    /** Something that cannot be done in the present state. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, "conflict", detail);
    }

    /** A service that cannot answer now. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    /** Last part of the URI that names the kind of problem. */
    public String type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
