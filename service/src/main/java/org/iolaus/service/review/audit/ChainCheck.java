package org.iolaus.service.review.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check of a chain, link by link, that stops at the first broken one. It needs no key and reads no entry's meaning: an
 * erased account's entries check like all others. Not thread-safe.
 */
public final class ChainCheck {
    private static final Pattern LINE =
            Pattern.compile("\\{\"sequence\":([0-9]{1,18}),\"hash\":\"([0-9a-f]{64})\",\"entry\":(\\{.*})}");

    private final Map<Long, String> heads = new HashMap<>();
    private long sequence;
    private String hash = Link.BEGINNING;
    private @Nullable String fault;

    /** @param published heads noted down before, which the chain must hold */
    public ChainCheck(Collection<AuditHead> published) {
        published.forEach(head -> heads.put(head.sequence(), head.hash()));
    }

    /** Checks the next line of an export. */
    public void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            link(new Link(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)));
        } else {
            fail("line " + (sequence + 1) + " must be an entry as GET /v1/audit writes it");
        }
    }

    /** Checks the next entry. */
    public void link(Link link) {
        String expected = Link.hash(hash, link.entry());
        String published = heads.remove(link.sequence());
        if (link.sequence() != sequence + 1) {
            fail("entry " + (sequence + 1) + " must follow entry " + sequence + ", and entry " + link.sequence()
                    + " does");
        } else if (!link.hash().equals(expected)) {
            fail("entry " + link.sequence() + " must have the hash " + expected + ", and has " + link.hash());
        } else if (published != null && !published.equals(link.hash())) {
            fail("entry " + link.sequence() + " must have the hash that was published, " + published + ", and has "
                    + link.hash());
        }
        sequence = link.sequence();
        hash = link.hash();
    }

    /** What is wrong first, if anything; to be asked after the last entry. */
    public Optional<String> fault() {
        long missing = heads.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        if (fault == null && missing > sequence) {
            return Optional.of("the chain must reach entry " + missing
                    + ", whose hash was published, and ends at entry " + sequence);
        }
        return Optional.ofNullable(fault);
    }

    /** The last entry checked. */
    public AuditHead head() {
        return new AuditHead(sequence, hash);
    }

    private void fail(String message) {
        if (fault == null) {
            fault = message;
        }
    }
}
