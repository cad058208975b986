package org.iolaus.ingest.enrich;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/**
 * A MaxMind database (format 2.0) of one node: addresses below 128.0.0.0 have one record, the others none.
 */
final class TinyDatabase {
    private static final int RECORDS_OF_24_BITS = 24;
    private static final int SEPARATOR = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private TinyDatabase() {}

    static byte[] asn(int number) {
        return new TinyDatabase().database(number, "");
    }

    static byte[] country(String isoCode) {
        return new TinyDatabase().database(0, isoCode);
    }

    private byte[] database(int number, String isoCode) {
        pointer(1 + SEPARATOR);
        pointer(1);
        out.writeBytes(new byte[SEPARATOR]);
        if (isoCode.isEmpty()) {
            map(1);
            field("autonomous_system_number", number, 6);
        } else {
            map(1);
            text("country");
            map(1);
            text("iso_code");
            text(isoCode);
        }
        metadata();
        return out.toByteArray();
    }

    private void metadata() {
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(US_ASCII));
        map(8);
        field("binary_format_major_version", 2, 5);
        field("binary_format_minor_version", 0, 5);
        field("ip_version", 4, 5);
        field("node_count", 1, 6);
        field("record_size", RECORDS_OF_24_BITS, 5);
        field("build_epoch", 1, 6);
        text("database_type");
        text("tiny");
        text("languages");
        out.write(0);
        out.write(11 - 7);
    }

    private void pointer(int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void map(int size) {
        out.write((7 << 5) | size);
    }

    private void text(String text) {
        if (text.length() < 29) {
            out.write((2 << 5) | text.length());
        } else {
            out.write((2 << 5) | 29);
            out.write(text.length() - 29);
        }
        out.writeBytes(text.getBytes(US_ASCII));
    }

    private void field(String name, int value, int type) {
        text(name);
        int size = type == 5 ? 2 : 4;
        out.write((type << 5) | size);
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            out.write(value >> shift);
        }
    }
}
