package org.iolaus.ingest.enrich;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of address ranges, read from files of one CIDR block or address a line. Ranges are sorted and merged; a lookup
 * is a binary search over primitive arrays. IPv4 lies in ::ffff:0:0/96. Immutable.
 */
public final class AddressRanges {
    /** The set that holds nothing. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    private static final Comparator<Range> BY_FIRST = Comparator.comparing(Range::first);

    private final long[] firstHigh;
    private final long[] firstLow;
    private final long[] lastHigh;
    private final long[] lastLow;

    private AddressRanges(List<Range> ranges) {
        firstHigh = ranges.stream().mapToLong(r -> r.first().high()).toArray();
        firstLow = ranges.stream().mapToLong(r -> r.first().low()).toArray();
        lastHigh = ranges.stream().mapToLong(r -> r.last().high()).toArray();
        lastLow = ranges.stream().mapToLong(r -> r.last().low()).toArray();
    }

    /**
     * Reads list files.
     *
     * @throws IOException if a file cannot be read or an entry is neither a CIDR block nor an address
     */
    public static AddressRanges read(List<Path> files) throws IOException {
        ArrayList<Range> ranges = new ArrayList<>();
        for (Path file : files) {
            ListFile.read(file, entry -> ranges.add(Range.parse(entry)));
        }
        return new AddressRanges(merged(ranges));
    }

    private static List<Range> merged(List<Range> ranges) {
        ranges.sort(BY_FIRST);
        ArrayList<Range> merged = new ArrayList<>();
        for (Range range : ranges) {
            if (!merged.isEmpty() && range.first().compareTo(merged.getLast().last()) <= 0) {
                Range previous = merged.removeLast();
                Address last = previous.last().compareTo(range.last()) >= 0 ? previous.last() : range.last();
                merged.add(new Range(previous.first(), last));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /** Whether an address lies in the set. */
    public boolean contains(InetAddress address) {
        return firstHigh.length > 0 && contains(Address.of(address));
    }

    private boolean contains(Address address) {
        int low = 0;
        int high = firstHigh.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Address.compare(address.high(), address.low(), firstHigh[middle], firstLow[middle]) < 0) {
                high = middle - 1;
            } else if (Address.compare(address.high(), address.low(), lastHigh[middle], lastLow[middle]) > 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
