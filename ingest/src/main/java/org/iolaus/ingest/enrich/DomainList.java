package org.iolaus.ingest.enrich;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A set of e-mail domains, such as disposable ones or universities'. A domain's subdomains belong to it. Immutable. */
public final class DomainList {
    /** The list that holds nothing. */
    public static final DomainList NONE = new DomainList(Set.of());

    private final Set<String> domains;

    private DomainList(Set<String> domains) {
        this.domains = Set.copyOf(domains);
    }

    /**
     * Reads list files of one domain a line.
     *
     * @throws IOException if a file cannot be read
     */
    public static DomainList read(List<Path> files) throws IOException {
        HashSet<String> domains = new HashSet<>();
        for (Path file : files) {
            ListFile.read(file, entry -> domains.add(entry.toLowerCase(Locale.ROOT)));
        }
        return new DomainList(domains);
    }

    /** Whether the domain or one above it is listed. */
    public boolean contains(String domain) {
        String rest = domain.toLowerCase(Locale.ROOT);
        while (!domains.contains(rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return false;
            }
            rest = rest.substring(dot + 1);
        }
        return true;
    }
}
