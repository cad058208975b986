package org.iolaus.simulator.honest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.actor.Upkeep;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A course taught at a distance: one exercise sheet, a hundred homes, ten countries, sign-up over two weeks. */
public record RemoteCourse() implements Archetype {
    @Override
    public String name() {
        return "remote-course";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            countries.add(Countries.draw(random));
        }
        long opened = cast.world().start() - 10 * Rhythm.DAY;
        long sheet = random.nextLong();
        String handout = grammar.expand("frame.exercise.user", random);
        for (int i = 0; i < accounts; i++) {
            String country = countries.get(random.nextInt(countries.size()));
            Exit home = cast.world().addresses().home(country, random);
            Identity student = cast.world().identity(random, country, home.ip(), false);
            student.createdMicros = opened + random.nextLong(14 * Rhythm.DAY);
            Task copied =
                    new Task("exercise", "", grammar.template(handout), grammar.template(""), false, 300, Upkeep.NONE);
            Task own = random.nextBoolean() ? copied : Voices.task(grammar, random, "exercise", 300);
            cast.add(
                    random,
                    student.register(),
                    Label.honest(name(), group),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.25,
                            new ItemScript(List.of(own), sheet, new ItemScript.Sheet(18), 0.3)),
                    cast.homely(random, country, home),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    Cast.human(random, country),
                    28);
        }
    }
}
