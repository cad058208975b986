package org.iolaus.service.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.iolaus.service.engine.CurrentRulings.Who;
import org.jspecify.annotations.Nullable;

/** Puts up the rulings that stand and tells listeners what has changed. Belongs to the detector's thread. */
final class RulingBoard {
    private final CurrentRulings current = new CurrentRulings();
    private final List<RulingListener> listeners = new CopyOnWriteArrayList<>();
    private long closes = -1;

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

    /** Brings the board up to date; what has changed. */
    List<Ruling> update(Detector detector) {
        if (detector.closes() == closes) {
            return List.of();
        }
        closes = detector.closes();
        Map<Who, Ruling> now = standing(detector);
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

    private static Map<Who, Ruling> standing(Detector detector) {
        List<Reached> rulings = detector.rulings();
        Map<Integer, String> campaigns = rulings.isEmpty() ? Map.of() : detector.campaigns();
        Map<Who, Ruling> standing = new HashMap<>();
        for (Reached reached : rulings) {
            int group = detector.group(reached.ruling().group());
            Ruling ruling = ruling(reached, group, campaigns.get(group));
            standing.put(new Who(ruling.accountId(), ruling.endUserId()), ruling);
        }
        return standing;
    }

    private static Ruling ruling(Reached reached, int group, @Nullable String campaign) {
        return new Ruling(
                reached.subject().accountId(),
                reached.subject().endUserId(),
                reached.ruling().verdict(),
                group,
                campaign,
                reached.ruling().micros(),
                reached.ruling().exchangesBefore(),
                false);
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
