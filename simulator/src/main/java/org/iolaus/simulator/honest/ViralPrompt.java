package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Voices;

/** People who paste the same prompt that went round, among chats of their own. */
public record ViralPrompt() implements Archetype {
    @Override
    public String name() {
        return "viral-prompt";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        Task viral = Voices.task(grammar, random, "viral", 400);
        long dataset = random.nextLong();
        for (int i = 0; i < accounts; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            cast.add(
                    random,
                    cast.world().identity(random, country, home.ip(), false).register(),
                    Label.honest(name(), group),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.4 + 0.4 * random.nextDouble(),
                            new ItemScript(List.of(viral), dataset, new ItemScript.Partition(i, accounts, 0), 0)),
                    cast.homely(random, country, home),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    12);
        }
    }
}
