package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyOwner;
import org.iolaus.watermark.keys.KeyRingFile;
import org.iolaus.watermark.keys.KeySchedule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Names the key that a decision is to state. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(name = "id", description = "Name the key in force for an account, a campaign, or an account of a campaign.")
final class KeysIdCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "Key ring.")
    private Path keys;

    @Option(names = "--account", paramLabel = "ID", description = "Account that is served.")
    private @Nullable String account;

    @Option(names = "--campaign", paramLabel = "ID", description = "Campaign it belongs to.")
    private @Nullable String campaign;

    @Option(names = "--at", paramLabel = "TIME", converter = TimeConverter.class, description = "When (default: now).")
    private Instant at = Instant.now();

    @Override
    public Integer call() throws IOException {
        KeySchedule schedule = KeyRingFile.read(keys).schedule();
        Epoch epoch = schedule.at(at)
                .orElseThrow(() -> Failure.usage("--at " + at + " is out of epoch: "
                        + (schedule.epochs().isEmpty()
                                ? "the key ring holds none"
                                : "the first begins at "
                                        + schedule.epochs().getFirst().from())));
        spec.commandLine().getOut().println(id(schedule.provider(), epoch.number()));
        return ExitCode.DONE;
    }

    private KeyId id(String provider, int epoch) {
        try {
            return new KeyId(provider, epoch, owner());
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }

    private KeyOwner owner() {
        if (account != null) {
            return campaign == null ? new KeyOwner.Account(account) : new KeyOwner.Member(account, campaign);
        }
        if (campaign == null) {
            throw Failure.usage("--account or --campaign must be given");
        }
        return new KeyOwner.Campaign(campaign);
    }
}
