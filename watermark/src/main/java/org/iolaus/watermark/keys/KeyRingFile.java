package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A key ring as it lies on disk: JSON of version 1, described in {@code docs/watermark.md}. The schedule is in the clear
 * and authenticated with the sealed secret; whoever changes an epoch makes the file unreadable.
 */
public final class KeyRingFile {
    private static final String FORMAT = "iolaus-watermark-keys";
    private static final int VERSION = 1;

    private final KeySchedule schedule;
    private final Envelope envelope;

    private KeyRingFile(KeySchedule schedule, Envelope envelope) {
        this.schedule = schedule;
        this.envelope = envelope;
    }

    /** Seals a ring. */
    public static KeyRingFile of(KeyRing ring, KeyEncryption encryption, SecureRandom random) throws IOException {
        byte[] context = context(ring.schedule());
        return new KeyRingFile(ring.schedule(), Envelope.seal(ring.secret(), context, encryption, random));
    }

    /**
     * Reads a file without opening what is sealed.
     *
     * @throws IOException if it cannot be read, or is not a key ring; the message names file, field and rule
     */
    public static KeyRingFile read(Path file) throws IOException {
        try {
            return parse(StrictObject.parse("key ring", Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be a key ring in UTF-8\nMaybe restore it from a backup.", e);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + " cannot be read as a key ring: " + e.getMessage(), e);
        }
    }

    /** What it says in the clear; nobody has vouched for it until {@link #open} succeeds. */
    public KeySchedule schedule() {
        return schedule;
    }

    /**
     * Opens it.
     *
     * @throws IOException if another key-encryption key is needed, or the file was changed
     */
    public KeyRing open(KeyEncryption encryption) throws IOException {
        try {
            return new KeyRing(schedule, envelope.open(context(schedule), encryption));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The file's content. */
    public String json() {
        Map<String, Object> fields = clear(schedule);
        fields.put("sealed", envelope.fields());
        return CanonicalJson.indented(fields);
    }

    private static KeyRingFile parse(StrictObject object) {
        String format = object.string("format");
        if (!format.equals(FORMAT)) {
            throw object.broken("format", format, "must be " + FORMAT);
        }
        int version = object.integer("version");
        if (version != VERSION) {
            throw object.broken("version", version, "must be " + VERSION);
        }
        List<Epoch> epochs = object.objects("epochs").stream().map(Epoch::of).toList();
        KeySchedule schedule = new KeySchedule(object.string("provider"), epochs);
        Envelope envelope = Envelope.of(object.object("sealed"));
        object.end();
        return new KeyRingFile(schedule, envelope);
    }

    private static byte[] context(KeySchedule schedule) {
        return CanonicalJson.line(clear(schedule)).getBytes(UTF_8);
    }

    private static Map<String, Object> clear(KeySchedule schedule) {
        Map<String, Object> fields = new HashMap<>(schedule.fields());
        fields.put("format", FORMAT);
        fields.put("version", VERSION);
        return fields;
    }
}
