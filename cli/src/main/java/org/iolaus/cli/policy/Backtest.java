package org.iolaus.cli.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.cli.policy.PastSubjects.Label;
import org.iolaus.detection.exchange.Account;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Judgement;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.Rule;
import org.iolaus.service.policy.Situation;

/**
 * Whom a policy would have hit on a past scan, by group of accounts and by rule: both what it serves as it stands and what
 * it would serve with nothing in shadow. Groups are archetypes where labels are given, honest ones first; otherwise what
 * sign-up knows. Not thread-safe.
 */
public final class Backtest {
    private final Policy policy;
    private final Map<String, Label> labels;
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, Hits> rules = new LinkedHashMap<>();

    /** Subjects of one kind. */
    static final class Group {
        final String name;
        final boolean honest;
        final Map<Action, Integer> served = new EnumMap<>(Action.class);
        final Map<Action, Integer> unshadowed = new EnumMap<>(Action.class);
        int subjects;

        Group(String name, boolean honest) {
            this.name = name;
            this.honest = honest;
        }
    }

    /** Subjects that one rule decides about. */
    static final class Hits {
        int subjects;
        int honest;
    }

    /** @param labels the truth by account; empty if it is not known */
    public Backtest(Policy policy, Map<String, Label> labels) {
        this.policy = policy;
        this.labels = labels;
        policy.rules().forEach(rule -> rules.put(rule.name(), new Hits()));
    }

    /** Judges one subject. */
    public void judge(Situation situation) {
        Judgement served = policy.served(situation);
        Judgement unshadowed = policy.exemption(situation) == null ? policy.shadow(situation) : served;
        Group group = group(situation);
        group.subjects++;
        group.served.merge(served.action(), 1, Integer::sum);
        group.unshadowed.merge(unshadowed.action(), 1, Integer::sum);
        if (!unshadowed.rule().isEmpty()) {
            Hits hits = rules.computeIfAbsent(unshadowed.rule(), name -> new Hits());
            hits.subjects++;
            hits.honest += group.honest ? 1 : 0;
        }
    }

    private Group group(Situation situation) {
        Label label = labels.get(situation.accountId());
        if (label != null) {
            return groups.computeIfAbsent(
                    (label.honest() ? "0" : "1") + label.archetype(),
                    key -> new Group(label.archetype(), label.honest()));
        }
        String name = kind(situation.facts());
        return groups.computeIfAbsent("2" + name, key -> new Group(name, false));
    }

    private static String kind(@org.jspecify.annotations.Nullable Account facts) {
        if (facts == null) {
            return "no facts";
        }
        String type = facts.type() == null ? "any type" : facts.type().name();
        String plan = facts.plan() == null ? "no plan" : facts.plan();
        return String.join(
                " / ",
                type.toLowerCase(Locale.ROOT),
                plan,
                facts.verification().name().toLowerCase(Locale.ROOT));
    }

    /** Groups, honest archetypes first, then those most hit. */
    List<Group> groups() {
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing((Group group) -> !group.honest)
                .thenComparing(Comparator.comparingInt(Backtest::hit).reversed())
                .thenComparing(group -> group.name));
        return sorted;
    }

    /** Subjects that anything would have happened to. */
    static int hit(Group group) {
        return group.subjects - group.unshadowed.getOrDefault(Action.ALLOW, 0);
    }

    boolean labelled() {
        return !labels.isEmpty();
    }

    Map<String, Hits> rules() {
        return rules;
    }

    Policy policy() {
        return policy;
    }

    /** What a rule is, in words; other deciders say it in their name. */
    String describe(String rule) {
        return policy.rules().stream()
                .filter(each -> each.name().equals(rule))
                .findFirst()
                .map(Backtest::describe)
                .orElse("");
    }

    private static String describe(Rule rule) {
        return rule.action().label() + ", " + rule.mode().label();
    }

    /** The JSON object that the command line prints. */
    public Fields fields() {
        return new Fields()
                .put("policy_version", policy.terms().version())
                .put("mode", policy.terms().mode().label())
                .list(
                        "groups",
                        groups(),
                        group -> new Fields()
                                .put("group", group.name)
                                .put("honest", labelled() ? group.honest : null)
                                .put("subjects", group.subjects)
                                .put("served", counts(group.served))
                                .put("unshadowed", counts(group.unshadowed)))
                .list(
                        "rules",
                        List.copyOf(rules.keySet()),
                        rule -> new Fields()
                                .put("rule", rule)
                                .put("subjects", hits(rule).subjects)
                                .put("honest", labelled() ? hits(rule).honest : null));
    }

    private Hits hits(String rule) {
        return rules.getOrDefault(rule, new Hits());
    }

    private static Map<String, Integer> counts(Map<Action, Integer> counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        counts.forEach((action, count) -> named.put(action.label(), count));
        return named;
    }
}
