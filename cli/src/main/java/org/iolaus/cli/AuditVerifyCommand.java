package org.iolaus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.service.review.audit.AuditHead;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.audit.ChainCheck;
import org.iolaus.service.store.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an audit chain. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "verify",
        description = "Check that no audit entry was changed, removed or put in between. Needs no key.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the chain is whole", "8:it is broken; the first broken entry is named"},
        footer = {
            "",
            "Example: ./iolaus audit verify --data iolaus-data --heads heads.txt",
            "         ./iolaus audit verify audit.jsonl"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Entries as GET /v1/audit gives them, from the first on.")
    private @Nullable Path file;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Heads kept elsewhere, one a line as NUMBER:HASH, which the chain must hold.")
    private @Nullable Path heads;

    @Override
    public Integer call() throws IOException {
        if ((file == null) != store.given()) {
            throw Failure.usage("one of FILE, --data and --config must be given");
        }
        ChainCheck check = new ChainCheck(heads == null ? List.of() : published(heads));
        if (file == null) {
            try (Database database = store.open()) {
                new AuditLog(database, InstantSource.system()).forEach(check::link);
            }
        } else {
            read(file, check);
        }
        check.fault().ifPresent(fault -> {
            throw Failure.broken("the audit chain is broken: " + fault);
        });
        AuditHead head = check.head();
        spec.commandLine()
                .getOut()
                .println(
                        head.sequence() == 0
                                ? "The audit chain is whole and has no entries yet."
                                : "The audit chain is whole: " + head.sequence() + " entries, head " + head.line());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static void read(Path file, ChainCheck check) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                check.line(line);
            }
        } catch (NoSuchFileException e) {
            throw Failure.input(file + " does not exist");
        } catch (CharacterCodingException e) {
            throw Failure.input(file + " must be UTF-8");
        }
    }

    private static List<AuditHead> published(Path file) throws IOException {
        List<AuditHead> published = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    published.add(AuditHead.parse(line));
                }
            }
            return published;
        } catch (NoSuchFileException e) {
            throw Failure.input("--heads " + file + " does not exist");
        } catch (IllegalArgumentException e) {
            throw Failure.input("--heads " + file + ": " + e.getMessage());
        }
    }
}
