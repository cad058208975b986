package org.iolaus.service.access;

import java.util.Locale;

/** What an API key allows. */
public enum Scope {
    /** Send exchanges, accounts and sign-ups. */
    INGEST,
    /** Ask for decisions. */
    DECIDE,
    /** Read cases, and confirm, overturn or annotate them. */
    REVIEW,
    /** Read indicators meant for peers. */
    SHARE,
    /** Keys, policy, retention, erasure; includes no other scope. */
    ADMINISTER;

    /** The name used in files and requests. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
