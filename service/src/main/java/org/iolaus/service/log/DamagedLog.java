package org.iolaus.service.log;

import java.io.IOException;

/** The log holds something that it must not. The message says where, which rule, and what to do. */
public final class DamagedLog extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLog(String message) {
        super(message);
    }
}
