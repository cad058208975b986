package org.iolaus.detection.campaign;

import java.util.List;

/**
 * One reason, for or against.
 *
 * @param kind stable machine name, e.g. {@code shared_payment}
 * @param column what it speaks for
 * @param bits log2 of the evidence's betting odds; negative if it speaks against
 * @param summary one plain sentence
 * @param values identifiers the sentence rests on, shortened to a few
 */
public record Evidence(String kind, Column column, double bits, String summary, List<String> values) {
    public Evidence {
        values = List.copyOf(values);
    }

    /** Bits of several pieces together. */
    static double bits(List<Evidence> pieces) {
        return pieces.stream().mapToDouble(Evidence::bits).sum();
    }

    /** Bits of those of one kind. */
    static double bits(List<Evidence> pieces, String kind) {
        return bits(pieces.stream().filter(each -> each.kind().equals(kind)).toList());
    }
}
