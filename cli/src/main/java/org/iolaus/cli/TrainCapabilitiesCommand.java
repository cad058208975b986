package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/** {@code iolaus train-capabilities}: trains the capability model and prints how it does on unseen families. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "train-capabilities",
        description = "Train the capability model on labelled prompts and measure it on held-out families.")
public final class TrainCapabilitiesCommand implements Callable<Integer> {
    /** A training takes a few hundred megabytes. */
    private static final int MAX_THREADS = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PROMPTS", description = "Files or folders of JSON Lines, plain or .zst.")
    private List<Path> prompts;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Equal seeds give equal files (default: ${DEFAULT-VALUE}).")
    private long seed = TrainingConfig.DEFAULT.seed();

    @Option(
            names = "--quick",
            description =
                    "Measure without nesting: the same model in a fifteenth of the time; figures differ by a little.")
    private boolean quick;

    @Override
    public Integer call() throws IOException {
        List<LabelledPrompt> read = PromptFiles.read(prompts);
        if (read.isEmpty()) {
            throw Failure.input("prompts in " + prompts + " must be at least one");
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(read.size() + " prompts read; training takes some minutes");
        writer.flush();
        TrainingConfig config = TrainingConfig.DEFAULT.withSeed(seed);
        CapabilityModel model = new CapabilityTrainer(config, PromptGrammar.bundled(), read)
                .train(!quick, TrainCapabilitiesCommand::runAll);
        byte[] file = model.write();
        Files.write(out, file);
        writer.println(model.provenance().report());
        writer.println(
                out + ": " + file.length + " bytes; data " + model.provenance().dataDigest());
        return ExitCode.DONE;
    }

    private static void runAll(List<Runnable> tasks) {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(processors, MAX_THREADS))) {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }
}
