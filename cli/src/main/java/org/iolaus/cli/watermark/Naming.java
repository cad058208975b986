package org.iolaus.cli.watermark;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyOwner;
import org.iolaus.watermark.tracing.Suspect;
import org.iolaus.watermark.tracing.Trace;

/**
 * Who is named by all answers of a trace together: an account if no other account's key fires, a campaign if no other
 * campaign's does.
 *
 * @param accounts whose keys fire, sorted
 * @param campaigns whose keys fire, sorted
 */
public record Naming(Set<String> accounts, Set<String> campaigns) {
    /** What the answers come to. */
    public static Naming of(List<Tracing.Answer> answers) {
        List<KeyOwner> firing = answers.stream()
                .flatMap(answer -> firing(answer.trace()))
                .map(suspect -> KeyId.parse(suspect.key().id()).owner())
                .toList();
        return new Naming(ids(firing, KeyOwner::accountId), ids(firing, KeyOwner::campaignId));
    }

    /** The account that is named. */
    public Optional<String> account() {
        return accounts.size() == 1 ? accounts.stream().findFirst() : Optional.empty();
    }

    /** The campaign that is named. */
    public Optional<String> campaign() {
        return campaigns.size() == 1 ? campaigns.stream().findFirst() : Optional.empty();
    }

    /** Whether anybody is named. */
    public boolean names() {
        return account().isPresent() || campaign().isPresent();
    }

    /** Whether keys of several accounts, or of several campaigns, fire. */
    public boolean ambiguous() {
        return accounts.size() > 1 || campaigns.size() > 1;
    }

    private static Stream<Suspect> firing(Trace trace) {
        return switch (trace) {
            case Trace.Traced traced -> Stream.of(traced.suspect());
            case Trace.Ambiguous ambiguous -> ambiguous.suspects().stream();
            case Trace.Untraced _, Trace.TooFewTokens _ -> Stream.empty();
        };
    }

    private static Set<String> ids(List<KeyOwner> owners, Function<KeyOwner, Optional<String>> id) {
        return owners.stream().map(id).flatMap(Optional::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
