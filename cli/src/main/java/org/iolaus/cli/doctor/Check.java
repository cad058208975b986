package org.iolaus.cli.doctor;

/**
 * What was looked at and how it is.
 *
 * @param name what was looked at
 * @param ok whether it is as it should be
 * @param detail what was seen
 * @param advice what to do if it is not ok; otherwise empty
 */
public record Check(String name, boolean ok, String detail, String advice) {
    static Check ok(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    static Check failed(String name, String detail, String advice) {
        return new Check(name, false, detail, advice);
    }

    /** Ok if so, otherwise failed. */
    static Check of(String name, boolean ok, String detail, String advice) {
        return new Check(name, ok, detail, ok ? "" : advice);
    }
}
