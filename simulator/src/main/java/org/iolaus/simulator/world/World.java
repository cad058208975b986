package org.iolaus.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Release;
import org.iolaus.simulator.actor.Access;
import org.iolaus.simulator.actor.Chance;
import org.iolaus.simulator.actor.Program;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Grammars;
import org.iolaus.simulator.text.Language;
import org.iolaus.simulator.text.Library;

/** The stage on which everybody acts, made from one seed. Not thread-safe; used while the world is peopled. */
public final class World {
    /** Monday, 2 March 2026, 00:00 UTC. */
    public static final long START = 1_772_409_600_000_000L;

    private static final List<Parameters> USUAL = List.of(
            new Parameters(1.0, 1024, false, -1, true, null),
            new Parameters(0.7, 4096, false, -1, true, null),
            new Parameters(1.0, 16384, false, 1, false, "high"),
            new Parameters(0.0, 2048, false, -1, false, null),
            new Parameters(0.9, 8192, true, -1, false, null));
    private static final Weighted<String> MAIL = new Weighted<String>()
            .with("gmail.com", 55)
            .with("outlook.com", 16)
            .with("icloud.com", 8)
            .with("yahoo.com", 7)
            .with("proton.me", 4)
            .with("gmx.net", 3)
            .with("naver.com", 3)
            .with("163.com", 2)
            .with("hey.com", 1);

    private final long start;
    private final long end;
    private final List<Release> planned = new ArrayList<>();
    private final Library library;
    private final AddressBook addresses;
    private final Clients clients = new Clients();
    private final List<String> universities = new ArrayList<>();
    private final boolean logsRefusals;

    /** A world that speaks in all wordings. */
    public World(long seed, int days, List<ReleasePlan> releases) {
        this(seed, days, releases, Grammars.ALL, false);
    }

    /** @param logsRefusals whether records tell what the model declined */
    public World(long seed, int days, List<ReleasePlan> releases, Grammars grammars, boolean logsRefusals) {
        this.logsRefusals = logsRefusals;
        SplittableRandom random = new SplittableRandom(seed);
        start = START;
        end = START + days * Rhythm.DAY;
        for (ReleasePlan release : releases) {
            long delay = random.nextLong(Math.max(1, (long) (release.spreadDays() * Rhythm.DAY)));
            long released = START + (long) (days * release.at() * Rhythm.DAY) + delay;
            planned.add(new Release(release.model(), "orion", released));
        }
        library = new Library(random.nextLong(), grammars);
        addresses = new AddressBook(random.split());
        for (int i = 0; i < 40; i++) {
            universities.add(grammar(Language.ENGLISH).expand("domain-word", random) + ".edu");
        }
    }

    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    public long days() {
        return (end - start) / Rhythm.DAY;
    }

    public AddressBook addresses() {
        return addresses;
    }

    public Clients clients() {
        return clients;
    }

    public Grammar grammar(Language language) {
        return library.grammar(language);
    }

    public List<Release> releases() {
        List<Release> releases = new ArrayList<>();
        releases.add(new Release("orion-3-mini", "orion", START - 400 * Rhythm.DAY));
        releases.add(new Release("orion-3-large", "orion", START - 300 * Rhythm.DAY));
        releases.addAll(planned);
        return releases;
    }

    /** Registration form of somebody who has not said who they are yet. */
    public Identity identity(SplittableRandom random, String country, String signupIp, boolean professional) {
        return new Identity(random, this, country, signupIp, professional);
    }

    /** An ordinary customer's age: most are young, some are years old, a few sign up during the window. */
    long ordinarySignup(SplittableRandom random) {
        if (random.nextInt(100) < 14) {
            return start + (long) (random.nextDouble() * random.nextDouble() * (end - start));
        }
        double months = -Math.log(1 - random.nextDouble()) * 4.5;
        return start - (long) (Math.min(months, 30) * 30 * Rhythm.DAY) - random.nextLong(Rhythm.DAY);
    }

    String emailDomain(SplittableRandom random, String country, Account.Type type) {
        boolean school = type == Account.Type.EDUCATION || type == Account.Type.RESEARCH;
        if (school && random.nextInt(3) > 0) {
            return universities.get(random.nextInt(universities.size()));
        }
        int own = type == Account.Type.INDIVIDUAL ? 12 : 70;
        if (random.nextInt(100) < own) {
            return grammar(Language.ENGLISH).expand("domain-word", random) + (random.nextBoolean() ? ".com" : ".io");
        }
        return MAIL.draw(random);
    }

    /** A university's e-mail domain. */
    public String university(SplittableRandom random) {
        return universities.get(random.nextInt(universities.size()));
    }

    public Parameters parameters(SplittableRandom random) {
        int draw = random.nextInt(100);
        return USUAL.get(draw < 30 ? 0 : draw < 56 ? 1 : draw < 78 ? 2 : draw < 92 ? 3 : 4);
    }

    /** Ordinary access: most stay on their model, some move to a new one within hours, others within weeks. */
    public Access access(SplittableRandom random, String pathway, Program program) {
        List<Access.Move> moves = new ArrayList<>();
        for (Release release : planned) {
            double wait = random.nextInt(4) == 0
                    ? random.nextDouble() * 20 * Rhythm.HOUR
                    : -Math.log(1 - random.nextDouble()) * 6 * Rhythm.DAY;
            moves.add(new Access.Move(
                    release.model(), release.releasedMicros() + (long) wait, Chance.around(random, 0.5)));
        }
        return new Access(pathway, program, models(random, moves), parameters(random), logsRefusals);
    }

    /** Access of somebody who moves about a share of their traffic to a new model within hours. */
    public Access eager(SplittableRandom random, String pathway, Program program, double share) {
        List<Access.Move> moves = new ArrayList<>();
        for (Release release : planned) {
            long adopts = release.releasedMicros() + (long) (random.nextDouble() * 20 * Rhythm.HOUR);
            moves.add(new Access.Move(release.model(), adopts, Chance.around(random, share)));
        }
        return new Access(pathway, program, models(random, moves), parameters(random), logsRefusals);
    }

    private static Access.Models models(SplittableRandom random, List<Access.Move> moves) {
        boolean large = random.nextInt(5) > 0;
        double share = random.nextInt(3) == 0 ? 0.2 * random.nextDouble() : 0;
        return new Access.Models(
                large ? "orion-3-large" : "orion-3-mini", large ? "orion-3-mini" : "orion-3-large", share, moves);
    }
}
