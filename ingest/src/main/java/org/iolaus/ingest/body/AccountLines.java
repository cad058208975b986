package org.iolaus.ingest.body;

import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.iolaus.ingest.parse.AccountParser;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.ShapeCounts;

/** Reads account facts, a line each. */
public final class AccountLines {
    private AccountLines() {}

    /**
     * Reads a body that is not packed.
     *
     * @param name what stands for a file's name in rejections
     */
    public static ShapeCounts read(byte[] body, String name, Consumer<Account> sink, RejectionSink rejections) {
        AccountParser parser = new AccountParser();
        return BodyLines.read(
                body, 0, body.length, name, rejections, (from, to) -> sink.accept(parser.parse(body, from, to)));
    }
}
