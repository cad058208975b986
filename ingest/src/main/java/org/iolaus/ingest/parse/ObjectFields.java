package org.iolaus.ingest.parse;

import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;

/**
 * Walks the fields of one kind of object: {@code for (int field = first(); field != END; field = next())}. Objects of a
 * log have their fields in much the same order, so the field that followed last time is looked for first. Objects of one
 * kind must not nest. Not thread-safe.
 */
final class ObjectFields {
    /** What follows the last field. */
    static final int END = -2;

    private final FieldReader in;
    private final JsonScanner scanner;
    private final FieldTable table;
    /** The field that came last after each field, after an unknown one, and at the start. */
    private final int[] followers;

    private int place;
    private int seen;

    ObjectFields(FieldReader in, FieldTable table) {
        this.in = in;
        this.scanner = in.scanner;
        this.table = table;
        this.followers = new int[table.size() + 2];
    }

    /** Enters an object; index of its first field, {@link FieldTable#UNKNOWN} or {@link #END}. */
    int first() throws LineRejection {
        seen = 0;
        place = table.size() + 1;
        return scanner.enterObject() ? field() : END;
    }

    /** Index of the next field, {@link FieldTable#UNKNOWN} or {@link #END}. */
    int next() throws LineRejection {
        return scanner.moreFields() ? field() : END;
    }

    /** Whether the object has held this field so far. */
    boolean has(int field) {
        return (seen & 1 << field) != 0;
    }

    private int field() throws LineRejection {
        int likely = followers[place];
        if (scanner.takeName(table, likely)) {
            return enter(likely);
        }
        scanner.name();
        int field = in.field(table);
        if (field == FieldTable.UNKNOWN) {
            place = table.size();
            return field;
        }
        followers[place] = field;
        return enter(field);
    }

    /** A known field may come once in an object. */
    private int enter(int field) throws LineRejection {
        if (has(field)) {
            throw new LineRejection(table.name(field) + " must not come twice in one object");
        }
        seen |= 1 << field;
        place = field;
        return field;
    }
}
