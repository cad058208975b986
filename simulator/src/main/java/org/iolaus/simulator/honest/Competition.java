package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Series;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.AddressBook;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * A public prompting competition: strangers with one published data set and one starter notebook, most of them on the
 * exits of the service that hosts the notebooks, half of them signed up for it.
 */
public record Competition() implements Archetype {
    private static final List<String> KINDS = List.of("reasoning", "coding", "data-analysis", "rubric", "tool-use");
    private static final int ITEMS = 1500;

    @Override
    public String name() {
        return "competition";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        Task starter = Voices.task(grammar, random, kind, 700);
        long dataset = random.nextLong();
        List<Exit> notebooks = cast.world().addresses().pool(random, 4, 40);
        long opened = cast.world().start() + random.nextLong(cast.world().days() * Rhythm.DAY / 3 + 1);
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            Identity entrant = cast.world().identity(random, country, home.ip(), true);
            if (random.nextBoolean()) {
                double soon = random.nextDouble();
                entrant.createdMicros = opened + (long) (soon * soon * 6 * Rhythm.DAY);
            }
            long from = Math.max(opened, entrant.createdMicros) + random.nextLong(Rhythm.DAY);
            cast.add(
                    random,
                    entrant.register(),
                    null,
                    Label.honest(name(), group),
                    attempts(grammar, random, kind, starter, dataset),
                    random.nextInt(3) > 0
                            ? Route.rotating(AddressBook.some(notebooks, random, 20), 6 * Rhythm.HOUR)
                            : cast.homely(random, country, home),
                    cast.world().access(random, "api", cast.world().clients().library(random)),
                    Cast.programmer(random, country),
                    Math.min(from, cast.world().end() - Rhythm.DAY),
                    cast.world().end(),
                    cast.count(random, 250, 0.9));
        }
    }

    /** One try after the other on the first items or on all, the starter's wording first, then changes to it or their own. */
    private static Script attempts(Grammar grammar, SplittableRandom random, String kind, Task starter, long dataset) {
        int sample = random.nextInt(3) == 0 ? ITEMS : random.nextInt(40, 300);
        List<Script> tries = new ArrayList<>();
        Task task = starter;
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            tries.add(new ItemScript(List.of(task), dataset, new ItemScript.Pass(0, sample), 0.03));
            task = random.nextInt(3) == 0
                    ? Voices.task(grammar, random, kind, 700)
                    : task.under(task.system() + " " + grammar.expand("variant", random));
        }
        return new Series(tries, Math.min(sample, 300));
    }
}
