package org.iolaus.simulator.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.campaign.guise.Strangers;
import org.iolaus.simulator.campaign.method.Share;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.honest.Reseller;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Campaigns at work. Log records only: they never send anything to anybody. */
public final class Campaign {
    private static final int REGROWN = 100_000;
    private static final int INFILTRATED = 200_000;

    private Campaign() {}

    /**
     * Runs a campaign of a shape with an operation of its own.
     *
     * @param lender operation whose prompts it uses, or null for prompts of its own
     */
    public static Operation run(Shape shape, Cast cast, SplittableRandom random, @Nullable Operation lender) {
        Operation own = Operation.of(shape, cast, random);
        Operation operation = lender == null ? own : own.under(lender);
        new Enlistment(shape, cast, random, operation, 0).run();
        return operation;
    }

    /** Runs a wave that came back after a ban with most of an earlier operation. */
    public static Operation regrow(Shape shape, Cast cast, SplittableRandom random, Operation before) {
        Operation after = before.regrown(Operation.of(shape, cast, random));
        new Enlistment(shape, cast, random, after, REGROWN).run();
        return after;
    }

    /** Adds this shape's end users inside a reseller's account and gives their ids. */
    public static List<String> infiltrate(
            Shape shape, Cast cast, SplittableRandom random, Operation operation, Account reseller) {
        Crew crew = new Crew(shape, new Strangers(), cast, random, operation, INFILTRATED);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < shape.size().endUsers(); i++) {
            String id = Reseller.endUser(random);
            String country = crew.country();
            ids.add(id);
            cast.add(
                    random,
                    reseller,
                    id,
                    Label.honest("reseller"),
                    crew.script(country),
                    crew.route(country),
                    Reseller.access(cast, random),
                    crew.rhythm(country),
                    cast.world().start(),
                    cast.world().end(),
                    cast.count(random, shape.size().median(), Size.SIGMA));
        }
        return ids;
    }

    /** Adds one honest account that asks for the items which the shards of a campaign ask for. */
    public static void mirror(Shape shape, Cast cast, SplittableRandom random, Operation operation) {
        World world = cast.world();
        Exit server = world.addresses().server(random);
        Identity identity = world.identity(random, Countries.draw(random), server.ip(), true);
        identity.createdMicros = Math.min(identity.createdMicros, world.start() - 30 * Rhythm.DAY);
        ItemScript items = new ItemScript(
                operation.tasks(),
                operation.dataset(),
                new ItemScript.Interleave(shape.size().accounts(), Share.STRIDE),
                0.12);
        int count = (int) Math.min(5000, shape.size().accounts() * shape.size().median() * world.days() / 14);
        cast.add(
                random,
                identity.register(),
                null,
                Label.honest("pair-honest"),
                items,
                Route.fixed(server),
                world.access(random, "api", world.clients().library(random)),
                new Rhythm.Steady(0.6),
                world.start(),
                world.end(),
                count);
    }
}
