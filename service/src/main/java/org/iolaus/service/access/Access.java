package org.iolaus.service.access;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.util.AttributeKey;

/** Who sent the request that is being served. */
public final class Access {
    /** Set by the server before a route's service is called. */
    public static final AttributeKey<Caller> CALLER = AttributeKey.valueOf(Access.class, "CALLER");

    private Access() {}

    /**
     * The caller of a request.
     *
     * @throws IllegalStateException if the route was bound without its guard
     */
    public static Caller caller(ServiceRequestContext context) {
        Caller caller = context.attr(CALLER);
        if (caller == null) {
            throw new IllegalStateException("a route must be bound with its guard");
        }
        return caller;
    }
}
