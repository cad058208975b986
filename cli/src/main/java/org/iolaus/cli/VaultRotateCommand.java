package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.KeyRotation;
import org.iolaus.service.server.LiveServiceConfig;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseInUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replaces the key-encryption key. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "rotate",
        description = {
            "Make another key-encryption key, wrap all keys of the database anew, and put it in the place of the former.",
            "The service must be stopped. Broken off, it is finished by the next start."
        },
        footer = {"", "Example: ./iolaus vault rotate --config iolaus.yaml"})
final class VaultRotateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(
            names = "--new-key-file",
            paramLabel = "FILE",
            description = "Key to rotate to, made by watermark keys new-kek, for a key that is in IOLAUS_KEK or that"
                    + " something else hands out (default: one is made beside the former).")
    private @Nullable Path given;

    @Override
    public Integer call() throws IOException {
        if (!store.given()) {
            throw Failure.usage("--data or --config must be given");
        }
        LiveServiceConfig config = store.service();
        KeyRotation.Done done;
        try (Database database = store.open()) {
            SecureRandom random = new SecureRandom();
            KeyRotation rotation = new KeyRotation(
                    database,
                    new AuditLog(database, InstantSource.system()),
                    config.data(),
                    config.keyEncryption(),
                    System.getenv(),
                    random);
            done = given == null ? rotation.run() : rotation.run(given);
        } catch (DatabaseInUse e) {
            throw Failure.input(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw Failure.input("key-encryption key " + e.getFile() + " does not exist");
        } catch (IOException e) {
            throw Failure.input(String.valueOf(e.getMessage()));
        }
        tell(done);
        return ExitCode.DONE;
    }

    private void tell(KeyRotation.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Wrapped anew: " + done.keys() + " data keys, under key-encryption key " + done.encryptionId());
        out.println(
                done.former() == null
                        ? "Start the service with that key from now on. Backups from before need the former one."
                        : "The former key is in " + done.former()
                                + ". Only backups from before need it: keep it with them, or delete it.");
        out.flush();
    }
}
