package org.iolaus.cli.proof;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;

/**
 * What an account's remedy says.
 *
 * @param predicted verdict that the account would fall to
 * @param facts facts that would have to differ, as the sentence names them
 */
record Remedy(Verdict predicted, Set<String> facts) {
    static final String ADDRESSES = "addresses";
    static final String IDENTITY = "means of payment and sign-up patterns";
    static final String PROMPTS = "prompts";

    private static final Pattern SENTENCE =
            Pattern.compile("Would fall to (\\w+) if its (.+?) were not the group's[^;.]*[;.].*");

    static Remedy of(AccountFinding finding) {
        Matcher sentence = SENTENCE.matcher(finding.remedy());
        if (!sentence.matches()) {
            throw new IllegalArgumentException("remedy must name facts: " + finding.remedy());
        }
        String facts = sentence.group(2);
        Set<String> named = new TreeSet<>();
        for (String fact : new String[] {ADDRESSES, IDENTITY, PROMPTS}) {
            if (facts.contains(fact)) {
                named.add(fact);
                facts = facts.replace(fact, "");
            }
        }
        if (named.isEmpty() || !facts.replace(" and ", "").replace(", ", "").isBlank()) {
            throw new IllegalArgumentException("remedy must name known facts: " + finding.remedy());
        }
        return new Remedy(Verdict.valueOf(sentence.group(1).toUpperCase(Locale.ROOT)), named);
    }
}
