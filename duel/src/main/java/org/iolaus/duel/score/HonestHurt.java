package org.iolaus.duel.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iolaus.duel.traffic.HonestTraffic.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a defender did to honest people of one kind. A class that is banned together is one error, so groups are counted
 * beside subjects; who is in no group is one by itself.
 *
 * @param archetype the kind
 * @param subjects accounts and end users of it
 * @param groups independent groups of them
 * @param restricted subjects banned
 * @param restrictedGroups groups of which somebody was banned
 * @param asked subjects asked to verify and not banned
 * @param askedGroups groups of which somebody was
 */
public record HonestHurt(
        String archetype, int subjects, int groups, int restricted, int restrictedGroups, int asked, int askedGroups) {
    /** The harm done, by archetype in order of name. */
    public static List<HonestHurt> of(List<Person> people, Set<String> restricted, Set<String> asked) {
        Map<String, Count> counts = new TreeMap<>();
        for (Person person : people) {
            Count count = counts.computeIfAbsent(person.label().archetype(), archetype -> new Count());
            String group = group(person);
            count.all.add(person.subject(), group);
            if (restricted.contains(person.subject())) {
                count.restricted.add(person.subject(), group);
            } else if (asked.contains(person.subject())) {
                count.asked.add(person.subject(), group);
            }
        }
        List<HonestHurt> hurt = new ArrayList<>();
        counts.forEach((archetype, count) -> hurt.add(count.hurt(archetype)));
        return hurt;
    }

    private static String group(Person person) {
        @Nullable String group = person.label().group();
        return group == null ? person.subject() : group;
    }

    /** Subjects and their groups so far. */
    private static final class Tally {
        private final Set<String> subjects = new HashSet<>();
        private final Set<String> groups = new HashSet<>();

        void add(String subject, String group) {
            subjects.add(subject);
            groups.add(group);
        }
    }

    private static final class Count {
        private final Tally all = new Tally();
        private final Tally restricted = new Tally();
        private final Tally asked = new Tally();

        HonestHurt hurt(String archetype) {
            return new HonestHurt(
                    archetype,
                    all.subjects.size(),
                    all.groups.size(),
                    restricted.subjects.size(),
                    restricted.groups.size(),
                    asked.subjects.size(),
                    asked.groups.size());
        }
    }
}
