package org.iolaus.cli.doctor;

import java.util.UUID;

/** Names that nobody has had before. */
final class Names {
    private Names() {}

    static String account() {
        return "acct-" + UUID.randomUUID();
    }
}
