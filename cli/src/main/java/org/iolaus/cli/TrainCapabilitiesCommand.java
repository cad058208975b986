package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.capability.CapabilityTrainer;
import org.iolaus.detection.fingerprint.capability.LabelledPrompt;
import org.iolaus.detection.fingerprint.capability.PromptGrammar;
import org.iolaus.detection.fingerprint.capability.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains the capability model and prints how it does on families it has not seen. */
@Command(
        name = "train-capabilities",
        description = "Trains the capability model on labelled prompts and measures it on held-out families.",
        mixinStandardHelpOptions = true)
final class TrainCapabilitiesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PROMPTS", description = "Files or folders of JSON Lines, plain or .zst.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> prompts;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of every random choice (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        List<LabelledPrompt> read = PromptFiles.read(prompts);
        if (read.isEmpty()) {
            spec.commandLine().getErr().println("prompts in " + prompts + " must be at least one");
            return 2;
        }
        terminal.println(read.size() + " prompts read, training");
        TrainingConfig config = TrainingConfig.DEFAULT.withSeed(seed);
        CapabilityModel model = new CapabilityTrainer(config, PromptGrammar.bundled(), read).train();
        byte[] file = model.write();
        Files.write(out, file);
        terminal.println(model.provenance().report());
        terminal.println(
                out + ": " + file.length + " bytes, data " + model.provenance().dataDigest());
        terminal.flush();
        return 0;
    }
}
