package org.iolaus.service.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** What stood at the last close. */
    private final Map<Who, Ruling> standing = new HashMap<>();
    /** The same by the index of the subject, so that a ruling that stays costs a glance. */
    private final List<@Nullable Standing> bySubject = new ArrayList<>();

    /** Identifiers of campaigns at the last close, by group. */
    private Map<Integer, String> campaigns = Map.of();

    private long closes = -1;

    /** A ruling ahead of the close of its epoch. */
    private record Provisional(Ruling ruling, long epochEnd) {}

    /** A ruling that stood at a close, and the last close that it stood at. */
    private static final class Standing {
        private final Who who;
        private @Nullable Ruling ruling;
        private long close;

        Standing(Who who) {
            this.who = who;
        }

        boolean says(Ruling other) {
            return other.equals(ruling);
        }
    }

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
        Who who = who(reached);
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
        Set<Who> touched = new LinkedHashSet<>(provisional.keySet());
        provisional.values().removeIf(each -> ahead.closed(each.epochEnd()));
        stand(detector, touched);
        List<Ruling> changes = new ArrayList<>();
        for (Who who : touched) {
            Ruling now = now(who, detector);
            Ruling before =
                    now == null ? current.byWho().remove(who) : current.byWho().put(who, now);
            if (now == null && before != null) {
                changes.add(withdrawn(before));
            } else if (now != null && !now.equals(before)) {
                changes.add(now);
            }
        }
        return changes;
    }

    /** What stands on somebody now, at the last close or ahead of the next; null if nothing does. */
    private @Nullable Ruling now(Who who, Detector detector) {
        Ruling stands = standing.get(who);
        Provisional ahead = provisional.get(who);
        if (ahead == null
                || detector.exempts(
                        who.accountId(), who.endUserId(), ahead.ruling().reachedMicros())) {
            return stands;
        }
        return stands != null && stands.verdict().atLeast(ahead.ruling().verdict()) ? stands : ahead.ruling();
    }

    /** Brings what stands up to date, and adds whom that changes. */
    private void stand(Detector detector, Set<Who> touched) {
        List<Reached> rulings = detector.rulings();
        campaigns = rulings.isEmpty() ? Map.of() : detector.campaigns();
        Map<Integer, Integer> groups = new HashMap<>();
        for (Reached reached : rulings) {
            int group = groups.computeIfAbsent(reached.ruling().group(), detector::group);
            Ruling ruling = ruling(reached, group, campaigns.get(group), false);
            Standing known = known(reached);
            known.close = closes;
            if (!known.says(ruling)) {
                known.ruling = ruling;
                standing.put(known.who, ruling);
                touched.add(known.who);
            }
        }
        if (standing.size() > rulings.size()) {
            fall(touched);
        }
    }

    private Standing known(Reached reached) {
        int index = reached.subject().index();
        if (index >= bySubject.size()) {
            bySubject.addAll(Collections.nCopies(index + 1 - bySubject.size(), null));
        }
        Standing known = bySubject.get(index);
        if (known == null) {
            known = new Standing(who(reached));
            bySubject.set(index, known);
        }
        return known;
    }

    /** Takes away what no longer stands, and adds on whom it did. */
    private void fall(Set<Who> touched) {
        for (int i = 0; i < bySubject.size(); i++) {
            Standing known = bySubject.get(i);
            if (known != null && known.close != closes) {
                bySubject.set(i, null);
                standing.remove(known.who);
                touched.add(known.who);
            }
        }
    }

    void tell(List<Ruling> changes) {
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.ruled(changes));
        }
    }

    private static Who who(Reached reached) {
        return new Who(reached.subject().accountId(), reached.subject().endUserId());
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
