package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.AddressBook;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * Users of a new app into which they put keys of their own: the app's prompts, tools and client for all, work of each one's
 * own. They come from its few servers, all alike, or from a host's workspaces that keep an exit for two days. Half of them
 * signed up because of it.
 */
public record OwnKey() implements Archetype {
    @Override
    public String name() {
        return "own-key";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        boolean coding = random.nextInt(3) > 0;
        List<String> prompts = new ArrayList<>();
        List<String> tools =
                coding ? List.of(grammar.expand("framework.tools", random).split("\n", -1)) : List.of();
        prompts.add(grammar.expand(coding ? "system.framework" : "system.app", random));
        for (int i = random.nextInt(4); i > 0; i--) {
            prompts.add(grammar.expand(coding ? "system.subagent" : "system.app", random));
        }
        boolean workspaces = random.nextInt(3) == 0;
        List<Exit> servers = workspaces
                ? cast.world().addresses().pool(random, 4, 40)
                : cast.world().addresses().pool(random, 1, random.nextInt(2, 8));
        Client client = cast.world().clients().library(random);
        long launch = cast.world().start() - random.nextLong(10 * Rhythm.DAY);
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Identity user = user(cast, random, country, home, launch);
            boolean alsoFromHome = random.nextBoolean();
            List<Exit> exits = new ArrayList<>(workspaces ? AddressBook.some(servers, random, 4) : servers);
            if (alsoFromHome) {
                exits.addFirst(home);
            }
            cast.add(
                    random,
                    user.register(),
                    Label.honest(name(), group),
                    Voices.free(
                            grammar,
                            random,
                            coding ? List.of("agent", "agent", "dev") : List.of("chat", "dev"),
                            Prompts.common(prompts, random),
                            tools,
                            700),
                    new Route(exits, alsoFromHome ? 0.3 : 0, workspaces ? 2 * Rhythm.DAY : Rhythm.HOUR),
                    cast.world().access(random, "api", client),
                    Cast.programmer(random, country),
                    80);
        }
    }

    /** Half of an app's users sign up for it after its launch, the others had an account. */
    static Identity user(Cast cast, SplittableRandom random, String country, Exit home, long launch) {
        Identity user = cast.world().identity(random, country, home.ip(), true);
        if (random.nextBoolean()) {
            user.createdMicros = launch + random.nextLong(cast.world().end() - launch - Rhythm.DAY);
        }
        return user;
    }
}
