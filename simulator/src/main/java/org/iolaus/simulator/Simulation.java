package org.iolaus.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Seeds;
import org.iolaus.simulator.campaign.Campaign;
import org.iolaus.simulator.campaign.Operation;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.corpus.Dealer;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.honest.Reseller;
import org.iolaus.simulator.output.Truth;
import org.iolaus.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** A scenario and how it is played. Equal scenario and configuration give equal traffic. */
public final class Simulation {
    private final Scenario scenario;
    private final SimulationConfig config;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<String> infiltrators = new ArrayList<>();
    private @Nullable String reseller;

    public Simulation(Scenario scenario, SimulationConfig config) {
        this.scenario = scenario;
        this.config = config;
    }

    /** Plays the scenario once and writes all its files into a folder. */
    public Summary write(Path folder) throws IOException {
        Play play = play();
        play.writeFacts(folder);
        play.writeExchanges(folder);
        return play.summary();
    }

    /** Puts everybody on the stage. A simulation is played once. */
    public Play play() {
        int days = config.days() == 0 ? scenario.days() : config.days();
        SplittableRandom random =
                new SplittableRandom(Seeds.mix(config.seed(), scenario.name().hashCode()));
        World world =
                new World(random.nextLong(), days, scenario.releases(), config.grammars(), scenario.logsRefusals());
        List<Actor> actors = dealt(cast(world, random));
        Truth truth = new Truth(
                scenario.name(),
                config.seed(),
                config.scale(),
                world.releases(),
                shapes,
                actors,
                reseller,
                infiltrators);
        return new Play(world, truth, config.threads());
    }

    /**
     * What is played.
     *
     * @param accounts accounts
     * @param exchanges exchanges
     * @param campaigns campaigns
     */
    public record Summary(int accounts, int exchanges, int campaigns) {}

    private List<Actor> cast(World world, SplittableRandom random) {
        Cast cast = new Cast(world);
        for (Group group : scenario.groups()) {
            int left = Math.max(1, (int) Math.round((double) group.accounts() * group.groups() * config.scale()));
            for (; left > 0; left -= group.accounts()) {
                group.archetype().join(cast, random.split(), Math.min(left, group.accounts()));
            }
        }
        Map<String, Operation> operations = new HashMap<>();
        for (Shape unscaled : scenario.campaigns()) {
            Shape shape = unscaled.scaled(config.scale());
            shapes.add(shape);
            SplittableRandom own = random.split();
            Operation before = operations.get(shape.ties().continues());
            Operation lender = operations.get(shape.ties().templateOf());
            Operation operation =
                    before == null ? Campaign.run(shape, cast, own, lender) : Campaign.regrow(shape, cast, own, before);
            operations.put(shape.name(), operation);
            if (shape.size().endUsers() > 0) {
                infiltrate(shape, cast, own, operation);
            }
            if (shape.ties().mirrored()) {
                Campaign.mirror(shape, cast, own, operation);
            }
        }
        return shuffled(cast.actors(), random.split());
    }

    private List<Actor> dealt(List<Actor> actors) {
        return config.corpus() == null
                ? actors
                : new Dealer(config.corpus(), config.corpusShare(), Seeds.mix(config.seed(), 0xc0L)).deal(actors);
    }

    private void infiltrate(Shape shape, Cast cast, SplittableRandom random, Operation operation) {
        Account account = cast.actors().stream()
                .filter(actor -> actor.account().type() == Account.Type.RESELLER)
                .map(Actor::account)
                .findFirst()
                .orElseGet(() -> Reseller.register(cast, random));
        reseller = account.accountId();
        infiltrators.addAll(Campaign.infiltrate(shape, cast, random, operation, account));
    }

    /** Mixes the order of accounts so that their place in the files tells nothing. */
    private static List<Actor> shuffled(List<Actor> actors, SplittableRandom random) {
        List<Actor> mixed = new ArrayList<>(actors);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Actor swapped = mixed.set(i, mixed.get(j));
            mixed.set(j, swapped);
        }
        return mixed;
    }
}
