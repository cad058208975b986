package org.iolaus.simulator.campaign.guise;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Client;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.actor.Task;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;
import org.iolaus.simulator.world.Voices;

/**
 * A class: sign-up on one morning, three addresses of one campus, a university's e-mail domain, browsers, school hours,
 * and one sheet of exercises, each in their own words, beside the work.
 */
public record SchoolClass() implements Guise {
    private static final int EXERCISES = 14;

    @Override
    public Disguise drawn(Cast cast, SplittableRandom random, Exit first, long fromMicros) {
        String country = Countries.draw(random);
        List<Exit> campus = List.of(
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random),
                cast.world().addresses().site(country, random));
        long morning = Math.floorDiv(fromMicros, Rhythm.DAY) * Rhythm.DAY + 8 * Rhythm.HOUR;
        return new Pupils(cast, country, campus, morning, cast.world().university(random), random.nextLong());
    }

    private record Pupils(Cast cast, String country, List<Exit> campus, long morning, String domain, long sheet)
            implements Disguise {
        @Override
        public String country(String usual) {
            return country;
        }

        @Override
        public Route route(Route usual) {
            return Route.rotating(campus, Rhythm.HOUR);
        }

        @Override
        public void dress(Identity identity, SplittableRandom random) {
            identity.type = Account.Type.EDUCATION;
            identity.emailDomain = domain;
            identity.signupIp = campus.get(random.nextInt(campus.size())).ip();
            identity.createdMicros = morning + random.nextLong(2 * Rhythm.HOUR);
        }

        @Override
        public Client client(Client usual, SplittableRandom random) {
            return cast.world().clients().browser(random);
        }

        @Override
        public Script cover(Script usual, SplittableRandom random) {
            Task own = Voices.task(cast.world().grammar(Language.ENGLISH), random, "exercise", 300);
            return new ItemScript(List.of(own), sheet, new ItemScript.Sheet(EXERCISES), 0.3);
        }

        @Override
        public Rhythm rhythm(Rhythm usual, SplittableRandom random) {
            return new Rhythm.Human(Countries.zone(country), 11, 1.5, 0.1);
        }
    }
}
