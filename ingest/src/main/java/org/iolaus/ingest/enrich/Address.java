package org.iolaus.ingest.enrich;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An address as an unsigned number of 128 bits.
 *
 * @param high upper half
 * @param low lower half
 */
record Address(long high, long low) implements Comparable<Address> {
    private static final long MAPPED_IPV4 = 0xffff_0000_0000L;

    static Address of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (bytes.remaining() == 4) {
            return new Address(0, MAPPED_IPV4 | (bytes.getInt() & 0xffff_ffffL));
        }
        return new Address(bytes.getLong(), bytes.getLong());
    }

    /** The same with its last {@code bits} bits set or cleared. */
    Address withTail(int bits, boolean set) {
        long lowMask = bits >= 64 ? -1 : (1L << bits) - 1;
        long highMask = bits <= 64 ? 0 : bits == 128 ? -1 : (1L << (bits - 64)) - 1;
        return set ? new Address(high | highMask, low | lowMask) : new Address(high & ~highMask, low & ~lowMask);
    }

    @Override
    public int compareTo(Address other) {
        return compare(high, low, other.high, other.low);
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int upper = Long.compareUnsigned(high, otherHigh);
        return upper != 0 ? upper : Long.compareUnsigned(low, otherLow);
    }
}
