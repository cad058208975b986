package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.MixedScript;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/** A class behind one campus address: new accounts of one day and one exercise sheet, each in their own words. */
public record ClassRoom() implements Archetype {
    @Override
    public String name() {
        return "class";
    }

    @Override
    public void join(Cast cast, SplittableRandom random, int accounts) {
        String group = cast.group(name());
        Grammar grammar = cast.world().grammar(Language.ENGLISH);
        String country = Countries.draw(random);
        List<Exit> campus = List.of(
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random));
        long term =
                cast.world().start() + random.nextLong(Math.max(1, cast.world().days() - 4)) * Rhythm.DAY;
        String domain = cast.world().university(random);
        long sheet = random.nextLong();
        for (int i = 0; i < accounts; i++) {
            Identity pupil = cast.world()
                    .identity(random, country, campus.get(random.nextInt(3)).ip(), false);
            pupil.type = Account.Type.EDUCATION;
            pupil.emailDomain = domain;
            pupil.createdMicros = term + 8 * Rhythm.HOUR + random.nextLong(2 * Rhythm.HOUR);
            Task own = Voices.task(grammar, random, "exercise", 300);
            cast.add(
                    random,
                    pupil.register(),
                    Label.honest(name(), group),
                    new MixedScript(
                            Consumer.voice(cast, random, country),
                            0.15,
                            new ItemScript(List.of(own), sheet, new ItemScript.Sheet(14), 0.3)),
                    Route.rotating(campus, Rhythm.HOUR),
                    cast.world().access(random, "app", cast.world().clients().browser(random)),
                    new Rhythm.Human(Countries.zone(country), 11, 1.5, 0.1),
                    26);
        }
    }
}
