package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
 * Users of a new app on phones that takes keys of their own, loved in one country: its prompts for all, on two platforms in
 * several versions, from home and from the one carrier's few addresses, which hardly any other customer of the provider
 * uses. Half of them signed up because of it.
 */
public record PhoneApp() implements Archetype {
    @Override
    public String name() {
        return "phone-app";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        List<String> prompts = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            prompts.add(grammar.expand("system.app", random));
        }
        String country = Countries.draw(random);
        List<Exit> carrier = IntStream.range(0, random.nextInt(8, 64))
                .mapToObj(any -> cast.world().addresses().site(country, random))
                .toList();
        List<Client> versions = versions(random);
        long launch = cast.world().start() - random.nextLong(10 * Rhythm.DAY);
        for (int i = 0; i < accounts; i++) {
            Exit home = cast.world().addresses().home(country, random);
            Identity user = OwnKey.user(cast, random, country, home, launch);
            List<Exit> exits = new ArrayList<>(AddressBook.some(carrier, random, random.nextInt(2, 12)));
            exits.addFirst(home);
            cast.add(
                    random,
                    user.register(),
                    Label.honest(name(), group),
                    Voices.free(
                            grammar,
                            random,
                            List.of("chat", "chat", "dev"),
                            Prompts.common(prompts, random),
                            List.of(),
                            700),
                    new Route(exits, 0.2 + 0.5 * random.nextDouble(), 6 * Rhythm.HOUR),
                    cast.world().access(random, "api", versions.get(random.nextInt(versions.size()))),
                    Cast.programmer(random, country),
                    80);
        }
    }

    private static List<Client> versions(SplittableRandom random) {
        List<Client> versions = new ArrayList<>();
        int release = random.nextInt(10, 40);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            versions.add(new Client(
                    "t13d1611h2_a09f3c656075_14788d8d241b", "Parley/" + (release - i) + " CFNetwork", false));
            versions.add(
                    new Client("t13d1610h2_9a2e4c7b10d8_5f0b62c9e1aa", "Parley/" + (release - i) + " okhttp", false));
        }
        return versions;
    }
}
