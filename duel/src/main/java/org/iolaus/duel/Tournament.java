package org.iolaus.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.duel.defender.Thresholds;
import org.iolaus.duel.traffic.HonestTraffic;
import org.iolaus.duel.traffic.Stage;

/** Duels of every defender and budget over several seeds. Each duel is a function of its seed, budget and defender. */
public final class Tournament {
    private final DuelConfig config;

    public Tournament(DuelConfig config) {
        this.config = config;
    }

    /**
     * Fights all duels, seed by seed.
     *
     * @param told told of each seed's results as they come
     */
    public List<DuelResult> run(List<Long> seeds, Consumer<List<DuelResult>> told) throws InterruptedException {
        List<DuelResult> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(config.threads())) {
            for (long seed : seeds) {
                List<DuelResult> ofSeed = run(seed, pool);
                told.accept(ofSeed);
                results.addAll(ofSeed);
            }
        }
        return results;
    }

    private List<DuelResult> run(long seed, ExecutorService pool) throws InterruptedException {
        Stage stage = Stage.raise(config.population(), config.scale(), config.days(), seed);
        HonestTraffic honest = HonestTraffic.record(stage, CapabilityModel.bundled(), pool);
        Thresholds thresholds = Thresholds.calibrate(honest, Duel.attackStart(honest, config), config.honestCost());
        List<Callable<DuelResult>> jobs = new ArrayList<>();
        for (DefenderKind kind : config.defenders()) {
            for (int budget : config.budgets()) {
                jobs.add(() -> duel(honest, thresholds, kind, seed, budget));
            }
        }
        List<DuelResult> results = new ArrayList<>();
        for (Future<DuelResult> done : pool.invokeAll(jobs)) {
            results.add(result(done));
        }
        return results;
    }

    private DuelResult duel(HonestTraffic honest, Thresholds thresholds, DefenderKind kind, long seed, int budget) {
        Duel duel = new Duel(config, honest, kind, thresholds, seed, budget);
        duel.play();
        return duel.result(kind, seed, budget);
    }

    private static DuelResult result(Future<DuelResult> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a duel could not be fought: " + e.getCause(), e.getCause());
        }
    }
}
