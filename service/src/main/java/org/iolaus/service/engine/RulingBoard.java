package org.iolaus.service.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.LookAhead;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.iolaus.service.engine.CurrentRulings.Who;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.jspecify.annotations.Nullable;

/** Puts up the rulings that stand and tells listeners what has changed. Belongs to the detector's thread. */
final class RulingBoard {
    private final CurrentRulings current = new CurrentRulings();
    private final List<RulingListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Who, Provisional> provisional = new HashMap<>();
    /** Identifiers of campaigns at the last close, by group. */
    private Map<Integer, String> campaigns = Map.of();

    private long closes = -1;

    /** A ruling ahead of the close of its epoch. */
    private record Provisional(Ruling ruling, long epochEnd) {}

    void listen(RulingListener listener) {
        listeners.add(listener);
    }

    CurrentRulings current() {
        return current;
    }

    /** Tells listeners all rulings that stand. */
    void announce() {
        List<Ruling> all = List.copyOf(current.all());
        listeners.forEach(listener -> listener.ruled(all));
    }

    /** Puts up rulings that exchanges of open epochs seem to lead to; those that are new. */
    List<Ruling> look(LookAhead ahead, Batch batch, Detector detector) {
        List<Ruling> found = new ArrayList<>();
        for (Fact fact : batch.facts()) {
            if (fact instanceof Fact.Exchanged(var exchange)) {
                Reached reached = ahead.exchange(exchange);
                if (reached != null) {
                    provisional(reached, ahead.end(exchange), detector, found);
                }
            }
        }
        return found;
    }

    private void provisional(Reached reached, long epochEnd, Detector detector, List<Ruling> found) {
        Who who = new Who(reached.subject().accountId(), reached.subject().endUserId());
        if (!provisional.containsKey(who)) {
            int group = detector.group(reached.ruling().group());
            Ruling ruling = ruling(reached, group, campaigns.get(group), true);
            provisional.put(who, new Provisional(ruling, epochEnd));
            current.byWho().put(who, ruling);
            found.add(ruling);
        }
    }

    /** Brings the board up to date; what has changed. Provisional rulings end with the close of their epoch. */
    List<Ruling> update(Detector detector, LookAhead ahead) {
        if (detector.closes() == closes) {
            return List.of();
        }
        closes = detector.closes();
        ahead.close();
        provisional.values().removeIf(each -> ahead.closed(each.epochEnd()));
        Map<Who, Ruling> now = standing(detector);
        provisional.forEach((who, each) -> {
            if (!detector.exempts(
                    who.accountId(), who.endUserId(), each.ruling().reachedMicros())) {
                now.merge(who, each.ruling(), (a, b) -> a.verdict().atLeast(b.verdict()) ? a : b);
            }
        });
        List<Ruling> changes = new ArrayList<>();
        for (Ruling ruling : List.copyOf(current.all())) {
            Who who = new Who(ruling.accountId(), ruling.endUserId());
            if (!now.containsKey(who)) {
                current.byWho().remove(who);
                changes.add(withdrawn(ruling));
            }
        }
        now.forEach((who, ruling) -> {
            if (!ruling.equals(current.byWho().put(who, ruling))) {
                changes.add(ruling);
            }
        });
        return changes;
    }

    void tell(List<Ruling> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.ruled(changes));
        }
    }

    private Map<Who, Ruling> standing(Detector detector) {
        List<Reached> rulings = detector.rulings();
        campaigns = rulings.isEmpty() ? Map.of() : detector.campaigns();
        Map<Who, Ruling> standing = HashMap.newHashMap(rulings.size());
        Map<Integer, Integer> groups = new HashMap<>();
        for (Reached reached : rulings) {
            int group = groups.computeIfAbsent(reached.ruling().group(), detector::group);
            Ruling ruling = ruling(reached, group, campaigns.get(group), false);
            standing.put(new Who(ruling.accountId(), ruling.endUserId()), ruling);
        }
        return standing;
    }

    private static Ruling ruling(Reached reached, int group, @Nullable String campaign, boolean provisional) {
        return new Ruling(
                reached.subject().accountId(),
                reached.subject().endUserId(),
                reached.ruling().verdict(),
                group,
                campaign,
                reached.ruling().micros(),
                reached.ruling().exchangesBefore(),
                provisional);
    }

    private static Ruling withdrawn(Ruling ruling) {
        return new Ruling(
                ruling.accountId(),
                ruling.endUserId(),
                Verdict.ALLOW,
                ruling.group(),
                ruling.campaignId(),
                ruling.reachedMicros(),
                ruling.exchangesBefore(),
                false);
    }
}
