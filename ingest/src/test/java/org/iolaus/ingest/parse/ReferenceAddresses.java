package org.iolaus.ingest.parse;

import java.util.regex.Pattern;

/** The slow exact reference of {@link Addresses}: the grammar of RFC 3986, section 3.2.2, as a pattern. */
final class ReferenceAddresses {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)";
    private static final String IPV4 = "(" + OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET + ")";
    private static final String H = "[0-9A-Fa-f]{1,4}";
    private static final String LS = "(" + H + ":" + H + "|" + IPV4 + ")";
    private static final String IPV6 = "((" + H + ":){6}" + LS
            + "|::(" + H + ":){5}" + LS
            + "|(" + H + ")?::(" + H + ":){4}" + LS
            + "|((" + H + ":){0,1}" + H + ")?::(" + H + ":){3}" + LS
            + "|((" + H + ":){0,2}" + H + ")?::(" + H + ":){2}" + LS
            + "|((" + H + ":){0,3}" + H + ")?::" + H + ":" + LS
            + "|((" + H + ":){0,4}" + H + ")?::" + LS
            + "|((" + H + ":){0,5}" + H + ")?::" + H
            + "|((" + H + ":){0,6}" + H + ")?::)";
    private static final Pattern ADDRESS = Pattern.compile(IPV4 + "|" + IPV6);

    private ReferenceAddresses() {}

    static boolean valid(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
