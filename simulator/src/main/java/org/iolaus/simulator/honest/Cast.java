package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Access;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Chance;
import org.iolaus.simulator.actor.Draft;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.FreeScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.World;

/** Everybody in the simulation so far. Not thread-safe. */
public final class Cast {
    private final World world;
    private final List<Actor> actors = new ArrayList<>();
    private final Map<String, Integer> groups = new HashMap<>();

    public Cast(World world) {
        this.world = world;
    }

    public World world() {
        return world;
    }

    public List<Actor> actors() {
        return actors;
    }

    /** A new group of an archetype: accounts that share something drawn once for them. */
    String group(String archetype) {
        return archetype + "-" + groups.merge(archetype, 1, Integer::sum);
    }

    /** System prompt of the first account of an archetype. */
    public String systemPrompt(String archetype) {
        Actor actor = actors.stream()
                .filter(each -> each.label().archetype().equals(archetype))
                .findFirst()
                .orElseThrow();
        Draft draft = new Draft();
        draft.clear(world.start(), 0, false);
        actor.script().write(draft, 0, actor.seed(), new SplittableRandom(actor.seed()));
        return draft.system.toString();
    }

    /** Adds an account that calls about {@code median} times in two weeks, by its rhythm, from its sign-up on. */
    public void add(
            SplittableRandom random,
            Account account,
            Label label,
            Script script,
            Route route,
            Access access,
            Rhythm rhythm,
            double median) {
        long from = Math.max(world.start(), Math.min(account.createdMicros(), world.end() - Rhythm.DAY));
        add(
                random,
                account,
                null,
                label,
                script,
                route,
                access,
                rhythm,
                from,
                world.end(),
                count(random, median, 0.95));
    }

    /** Adds an actor that calls {@code count} times between two moments. */
    public void add(
            SplittableRandom random,
            Account account,
            @org.jspecify.annotations.Nullable String endUser,
            Label label,
            Script script,
            Route route,
            Access access,
            Rhythm rhythm,
            long from,
            long to,
            int count) {
        long[] times = rhythm.times(random, from, to, count);
        actors.add(new Actor(account, endUser, label, random.nextLong(), script, route, access, times));
    }

    /** A log-normal number of exchanges around a median for two weeks, fitted to this window's length. */
    public int count(SplittableRandom random, double median, double sigma) {
        double draw = Chance.logNormal(random, median, sigma) * world.days() / 14;
        return Math.clamp(Math.round(draw), 2, (int) Math.max(6000, 4 * median));
    }

    /** A person's day in a country: their own peak, more or less regular. */
    public static Rhythm human(SplittableRandom random, String country) {
        return new Rhythm.Human(
                Countries.zone(country),
                11 + random.nextDouble() * 9,
                2 + random.nextDouble() * 2.5,
                random.nextDouble());
    }

    /** A programmer's clock: their day for most, a job at night or one that never rests for others. */
    public static Rhythm programmer(SplittableRandom random, String country) {
        int draw = random.nextInt(100);
        return draw < 60
                ? human(random, country)
                : draw < 70 ? new Rhythm.Nightly(random.nextInt(24), 3 + random.nextInt(12)) : new Rhythm.Steady(0.6);
    }

    /** Where a person calls from: home, perhaps a mobile network, an office, now and then a VPN. */
    public Route homely(SplittableRandom random, String country, Exit home) {
        List<Exit> exits = new ArrayList<>();
        exits.add(home);
        if (random.nextInt(3) == 0) {
            exits.add(world.addresses().carrier(country, random));
        }
        if (random.nextInt(5) == 0) {
            exits.add(world.addresses().site(country, random));
        }
        if (random.nextInt(14) == 0) {
            exits.addAll(world.addresses().vpn(random, random.nextInt(1, 4)));
        }
        return Route.homely(exits);
    }

    /** Ordinary talk of a person in a country: a programmer's, or a consumer's. */
    public FreeScript talk(SplittableRandom random, String country, boolean coder) {
        return coder ? Developer.voice(this, random) : Consumer.voice(this, random, country);
    }

    /** The way in that programs use. */
    public static String pathway(SplittableRandom random) {
        int draw = random.nextInt(100);
        return draw < 82 ? "api" : draw < 92 ? "cloudone" : "cloudtwo";
    }
}
