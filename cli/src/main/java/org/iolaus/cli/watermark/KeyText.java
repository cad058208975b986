package org.iolaus.cli.watermark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iolaus.cli.terminal.TextTable;
import org.iolaus.service.findings.Fields;
import org.iolaus.watermark.keys.Commitment;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeySchedule;
import org.iolaus.watermark.scheme.Scheme;

/** What is public of a key ring, for people and for programs. */
public final class KeyText {
    private KeyText() {}

    /** After an epoch was added: where the ring is, and the commitment that has to be published. */
    public static String made(Path file, KeySchedule schedule) {
        Epoch epoch = schedule.epochs().getLast();
        boolean begun = !epoch.from().isAfter(epoch.commitment().committed());
        return "Key ring: " + file + "\nEpoch " + epoch.number()
                + (begun
                        ? " has begun. Publish its commitment before anything is served, where others can witness when:\n"
                        : " begins at " + epoch.from()
                                + ". Publish its commitment before, where others can witness when:\n")
                + epoch.commitment().json() + "\n";
    }

    /** A table of the epochs. */
    public static String of(KeySchedule schedule) {
        TextTable table =
                new TextTable(List.of("EPOCH", "FROM", "SCHEME", "WINDOW", "TOKENIZER", "COMMITTED"), List.of(0, 3));
        for (Epoch epoch : schedule.epochs()) {
            table.row(
                    epoch.number(),
                    epoch.from(),
                    scheme(epoch.settings().scheme()),
                    epoch.settings().scheme().window().width(),
                    epoch.settings().tokenizer(),
                    epoch.commitment().committed());
        }
        return "Provider " + schedule.provider() + "\n" + table.render();
    }

    /** The same as one JSON object, commitments included. */
    public static String json(KeySchedule schedule) {
        return new Fields()
                        .put("provider", schedule.provider())
                        .list("epochs", schedule.epochs(), KeyText::fields)
                        .json()
                + "\n";
    }

    private static Fields fields(Epoch epoch) {
        Commitment commitment = epoch.commitment();
        return new Fields()
                .put("epoch", epoch.number())
                .put("from", epoch.from().toString())
                .put("scheme", scheme(epoch.settings().scheme()))
                .put("window", epoch.settings().scheme().window().width())
                .put("tokenizer", epoch.settings().tokenizer())
                .put(
                        "commitment",
                        new Fields()
                                .put("version", Commitment.VERSION)
                                .put("id", commitment.id())
                                .put("committed", commitment.committed().toString())
                                .put("digest", commitment.digest())
                                .asMap());
    }

    private static String scheme(Scheme scheme) {
        return switch (scheme) {
            case Scheme.Gumbel _ -> "gumbel";
            case Scheme.SynthId synthId ->
                "synthid/" + synthId.layers() + "/" + synthId.hash().name().toLowerCase(Locale.ROOT);
            case Scheme.Kgw _ -> "kgw";
        };
    }
}
