package org.iolaus.duel.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Label;

/**
 * Everything that honest people do during a window, in order of time; the same for every defender and budget.
 *
 * @param startMicros start of the window
 * @param endMicros its end
 * @param people who they are, one entry a subject
 * @param releases models released before or during the window
 * @param exchanges exchanges in order of time
 */
public record HonestTraffic(
        long startMicros, long endMicros, List<Person> people, List<Release> releases, List<Logged> exchanges) {
    private static final int CHUNK = 200;

    public HonestTraffic {
        people = List.copyOf(people);
        releases = List.copyOf(releases);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * An honest account, or an end user of one.
     *
     * @param subject name under which decisions fall on it
     * @param account facts of the account
     * @param label the truth
     */
    public record Person(String subject, Account account, Label label) {}

    /** Records what the people on a stage do, with as many workers as the pool has. */
    public static HonestTraffic record(Stage stage, CapabilityModel model, ExecutorService pool)
            throws InterruptedException {
        List<Actor> actors = stage.cast().actors();
        List<Callable<List<Logged>>> jobs = new ArrayList<>();
        long number = 0;
        for (int from = 0; from < actors.size(); from += CHUNK) {
            List<Actor> chunk = List.copyOf(actors.subList(from, Math.min(actors.size(), from + CHUNK)));
            long first = number;
            jobs.add(() -> recorded(chunk, first, model));
            number += chunk.stream().mapToLong(actor -> actor.times().length).sum();
        }
        List<Logged> all = new ArrayList<>();
        for (Future<List<Logged>> done : pool.invokeAll(jobs)) {
            all.addAll(result(done));
        }
        all.sort(Comparator.comparingLong(Logged::timeMicros)
                .thenComparingLong(logged -> logged.fingerprint().key()));
        List<Person> people = actors.stream().map(HonestTraffic::person).toList();
        return new HonestTraffic(
                stage.world().start(),
                stage.world().end(),
                people,
                stage.world().releases(),
                all);
    }

    private static Person person(Actor actor) {
        return new Person(
                Logged.subject(actor.account().accountId(), actor.endUserId()), actor.account(), actor.label());
    }

    private static List<Logged> recorded(List<Actor> actors, long first, CapabilityModel model) {
        Recorder recorder = new Recorder(model);
        List<Logged> logged = new ArrayList<>();
        for (Actor actor : actors) {
            for (int ordinal = 0; ordinal < actor.times().length; ordinal++) {
                logged.add(recorder.record(actor, ordinal, first + logged.size()));
            }
        }
        return logged;
    }

    private static List<Logged> result(Future<List<Logged>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("honest traffic could not be recorded", e.getCause());
        }
    }
}
