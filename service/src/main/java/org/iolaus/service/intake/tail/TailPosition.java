package org.iolaus.service.intake.tail;

import java.util.Optional;

/**
 * How far a file has been read. A file is known by its key and by its first bytes, because file systems use keys again
 * and a file may be emptied and written anew.
 *
 * @param fileKey the file system's key
 * @param offset bytes read
 * @param headBytes how many first bytes were looked at
 * @param headHash CRC-32C of those
 */
record TailPosition(String fileKey, long offset, int headBytes, long headHash) {
    static Optional<TailPosition> parse(String text) {
        String[] parts = text.split(" ", 4);
        try {
            return parts.length < 4
                    ? Optional.empty()
                    : Optional.of(new TailPosition(
                            parts[3],
                            Long.parseLong(parts[0]),
                            Integer.parseInt(parts[1]),
                            Long.parseLong(parts[2], 16)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return offset + " " + headBytes + " " + Long.toHexString(headHash) + " " + fileKey;
    }
}
