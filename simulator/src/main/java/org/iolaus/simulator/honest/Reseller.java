package org.iolaus.simulator.honest;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.simulator.actor.Access;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Label;
import org.iolaus.simulator.actor.Route;
import org.iolaus.simulator.actor.Script;
import org.iolaus.simulator.world.Countries;
import org.iolaus.simulator.world.Identity;

/** One account that carries hundreds of people, each named by the reseller's own id. */
public record Reseller() implements Archetype {
    @Override
    public String name() {
        return "reseller";
    }

    /** Adds one account with {@code endUsers} end users. */
    @Override
    public void join(Cast cast, SplittableRandom random, int endUsers) {
        Account account = register(cast, random);
        for (int i = 0; i < endUsers; i++) {
            String country = Countries.draw(random);
            Exit home = cast.world().addresses().home(country, random);
            boolean coder = random.nextInt(3) == 0;
            Script script = cast.talk(random, country, coder);
            cast.add(
                    random,
                    account,
                    endUser(random),
                    Label.honest(name()),
                    script,
                    random.nextBoolean() ? Route.fixed(home) : cast.homely(random, country, home),
                    access(cast, random),
                    Cast.human(random, country),
                    cast.world().start(),
                    cast.world().end(),
                    cast.count(random, 14, 0.95));
        }
    }

    /** The reseller's own account. */
    public static Account register(Cast cast, SplittableRandom random) {
        Exit office = cast.world().addresses().server(random);
        Identity identity = cast.world().identity(random, Countries.draw(random), office.ip(), true);
        identity.type = Account.Type.RESELLER;
        identity.plan = "enterprise";
        identity.verification = Account.Verification.ORGANIZATION;
        return identity.register();
    }

    public static Access access(Cast cast, SplittableRandom random) {
        return cast.world().access(random, "resell-one", cast.world().clients().library(random));
    }

    public static String endUser(SplittableRandom random) {
        return "eu-" + Identity.hash(random).substring(4);
    }

    /** Calls that reach the provider from the reseller's own servers. */
    public static Route gateway(Cast cast, SplittableRandom random) {
        return Route.rotating(List.of(cast.world().addresses().server(random)), 0);
    }
}
