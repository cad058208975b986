package org.iolaus.ingest.json;

/** Why a line is set aside. Carries no stack trace, for bad lines may come by the million. */
public final class LineRejection extends Exception {
    private static final long serialVersionUID = 1;

    /** @param reason field, shortened value and rule; never prompt text */
    public LineRejection(String reason) {
        super(reason, null, false, false);
    }

    /** The reason in words. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
