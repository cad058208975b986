package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * A firm without an office whose people signed up by themselves, each under a private e-mail address, and pay by the cards
 * of their few teams: the firm's prompts and tools, work of each one's own, homes in many countries, and in every other firm
 * a VPN with a few exits of its own, of which each keeps to the nearest.
 */
public record RemoteTeam() implements Archetype {
    @Override
    public String name() {
        return "remote-team";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        List<String> assistants = new ArrayList<>(Voices.assistants(grammar, random, 4));
        assistants.add(grammar.expand("system.framework", random));
        List<String> tools = List.of(grammar.expand("framework.tools", random).split("\n", -1));
        List<Exit> vpn =
                random.nextBoolean() ? cast.world().addresses().pool(random, 3, random.nextInt(4, 16)) : List.of();
        List<String> cards = new ArrayList<>();
        long founded = cast.world().start()
                + (long) ((random.nextDouble() - 0.7) * cast.world().days() * Rhythm.DAY);
        int teams = random.nextInt(2, 7);
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Identity person = cast.world().identity(random, country, home.ip(), true);
            if (cards.size() < teams) {
                cards.add(person.payment);
            }
            person.payment = cards.get(random.nextInt(cards.size()));
            if (random.nextBoolean()) {
                person.createdMicros = founded + random.nextLong(7 * Rhythm.DAY);
            }
            List<Exit> exits = vpn.isEmpty() ? new ArrayList<>() : new ArrayList<>(AddressBook.some(vpn, random, 2));
            exits.addFirst(home);
            cast.add(
                    random,
                    person.register(),
                    Label.honest(name(), group),
                    Voices.free(
                            grammar,
                            random,
                            List.of("agent", "agent", "dev", "office"),
                            Prompts.common(assistants, random),
                            tools,
                            700),
                    new Route(exits, 0.4, 6 * Rhythm.HOUR),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    Cast.programmer(random, country),
                    110);
        }
    }
}
