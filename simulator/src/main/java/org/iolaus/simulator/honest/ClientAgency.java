package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Prompts;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * A marketing agency's clients: many organisations with ordinary work of their own, on the agency's card, set up and
 * looked after from its office or its VPN under its staff's few assistants.
 */
public record ClientAgency() implements Archetype {
    private static final List<String> KINDS = List.of("support", "listing", "summary", "translation", "intent");

    @Override
    public String name() {
        return "client-agency";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        List<Exit> desks = random.nextBoolean()
                ? cast.world().addresses().pool(random, 1, 6)
                : List.of(
                        cast.world().addresses().site(country, random),
                        cast.world().addresses().site(country, random));
        List<String> assistants = Voices.assistants(grammar, random, 4);
        String card = "";
        for (int i = 0; i < accounts; i++) {
            Identity client =
                    cast.world().identity(random, country, desks.getFirst().ip(), true);
            card = i == 0 ? client.payment : card;
            client.payment = card;
            Prompts prompts = Prompts.common(assistants, random);
            Script staff = Voices.free(grammar, random, List.of("office"), prompts, List.of(), 350);
            Script own = Voices.items(grammar, random, KINDS, 120, new ItemScript.Partition(0, 1, 0.15), 0.15);
            cast.add(
                    random,
                    client.register(),
                    Label.honest(name(), group),
                    new MixedScript(staff, 0.1 + 0.5 * random.nextDouble(), own),
                    route(cast, random, desks),
                    cast.world()
                            .access(
                                    random,
                                    Cast.pathway(random),
                                    cast.world().clients().library(random)),
                    Cast.programmer(random, country),
                    110);
        }
    }

    /** Two clients in three have a server of their own, too. */
    private static Route route(Cast cast, SplittableRandom random, List<Exit> desks) {
        if (random.nextInt(3) == 0) {
            return Route.rotating(desks, 3 * Rhythm.HOUR);
        }
        List<Exit> exits = new ArrayList<>(desks);
        exits.addFirst(cast.world().addresses().server(random));
        return new Route(exits, 0.4, 3 * Rhythm.HOUR);
    }
}
