package org.iolaus.ingest.account;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.iolaus.ingest.parse.AccountParser;
import org.iolaus.ingest.rejection.RejectionSink;

/** Reads account facts. Several lines for one account are its history; all are handed on. */
public final class AccountReader {
    private AccountReader() {}

    /**
     * Reads files of accounts, packed or not.
     *
     * @return number of facts handed on
     * @throws IOException if a file does not exist
     */
    public static long read(List<Path> files, Consumer<Account> sink, RejectionSink rejections) throws IOException {
        AccountParser parser = new AccountParser();
        return LineRecords.read("accounts", files, parser::parse, sink, rejections);
    }
}
