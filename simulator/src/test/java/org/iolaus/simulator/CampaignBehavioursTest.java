package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each method, guise and clock does what its card says. */
class CampaignBehavioursTest {
    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{80,}");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    /** For each value found in a turn, the accounts whose turns have it. */
    private static Map<String, Set<String>> askers(List<JsonNode> exchanges, Function<String, List<String>> values) {
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode each : exchanges) {
            for (String value : values.apply(Traffic.turn(each))) {
                askers.computeIfAbsent(value, _ -> new HashSet<>())
                        .add(each.path("account_id").asString());
            }
        }
        return askers;
    }

    @Test
    void sweep_requests_areTwelveThousandInAsManyWordings() throws IOException {
        Hostile campaign = Hostile.of("sweep", 0.3, 14, folder);
        assertThat(campaign.exchanges().size() / 0.3).isCloseTo(12_000, withinPercentage(20));
        Map<String, Long> ends = campaign.exchanges().stream()
                .map(Traffic::turn)
                .map(turn -> turn.substring(0, 25) + turn.substring(turn.length() - 25))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(ends.size()).isGreaterThan((int) (0.85 * campaign.exchanges().size()));
    }

    @Test
    void probing_probes_comeBackFromOtherAccounts() throws IOException {
        Hostile campaign = Hostile.of("refusal-probing", 0.5, 14, folder);
        Map<String, Set<String>> askers = askers(campaign.exchanges(), turn -> List.of(turn));
        assertThat(askers.values().stream().filter(each -> each.size() > 1)).hasSizeGreaterThan(200);
    }

    @Test
    void logsRefusals_probes_areDeclinedAsOftenWhoeverPutsThem() throws IOException {
        Traffic traffic = Traffic.of("refusals-logged", 2, 0.5, 7, folder);
        Hostile campaign = Hostile.of(traffic, "refusal-probing");

        assertThat(declined(campaign.exchanges())).isBetween(0.3, 0.5);
        assertThat(declined(traffic.exchanges("policy-scholar"))).isBetween(0.05, 0.3);
        assertThat(declined(traffic.exchanges("consumer"))).isBetween(0.005, 0.015);
        assertThat(declined(Hostile.of("refusal-probing", 0.1, 7, folder.resolve("unlogged"))
                        .exchanges()))
                .isZero();
    }

    private static double declined(Collection<JsonNode> exchanges) {
        return exchanges.stream()
                .mapToInt(each -> each.at("/response/refused").asBoolean(false) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    @Test
    void replay_blobs_areSentByAtMostFourAccounts() throws IOException {
        Hostile campaign = Hostile.of("replay", 0.4, 7, folder);
        Map<String, Set<String>> askers = askers(
                campaign.exchanges(),
                turn -> BLOB.matcher(turn).results().map(MatchResult::group).toList());
        assertThat(askers).hasSizeGreaterThan(300);
        assertThat(askers.values()).allMatch(each -> each.size() <= 4);
        assertThat(askers.values().stream().filter(each -> each.size() > 1)).hasSizeGreaterThan(200);
    }

    @Test
    void traceCleaning_work_carriesTracesOfManySteps() throws IOException {
        Hostile campaign = Hostile.of("trace-cleaning", 0.3, 5, folder);
        long traces = campaign.turns().stream()
                .filter(turn -> turn.lines().count() > 6)
                .count();
        assertThat((double) traces / campaign.turns().size()).isBetween(0.3, 0.7);
    }

    @Test
    void flatOut_accounts_runAtOneRateFromTheStart() throws IOException {
        Hostile campaign = Hostile.of("flat-out", 0.5, 5, folder);
        Map<String, List<Instant>> times = campaign.timesByAccount();
        Instant end = START.plus(Duration.ofDays(5));
        List<Double> rates = times.values().stream()
                .map(each -> (double) each.size()
                        / Duration.between(each.getFirst(), end).toMinutes())
                .toList();
        double mean = rates.stream().mapToDouble(rate -> rate).average().orElseThrow();
        assertThat(rates).allMatch(rate -> Math.abs(rate / mean - 1) < 0.1);
        assertThat(campaign.facts())
                .allMatch(facts -> Duration.between(
                                        Hostile.time(facts, "created"),
                                        times.getOrDefault(
                                                        facts.path("account_id").asString(), List.of(end))
                                                .getFirst())
                                .toHours()
                        < 14);
    }

    @Test
    void batches_jitter_widensThem() throws IOException {
        Hostile minutes = Hostile.of("jitter5m", 0.2, 6, folder.resolve("minutes"));
        Hostile days = Hostile.of("jitter2d", 0.2, 6, folder.resolve("days"));
        assertThat(slots(minutes)).hasSizeLessThan(90);
        assertThat(slots(days)).hasSizeGreaterThan(400);
        long last = Duration.ofDays(6).toSeconds() - 60;
        assertThat(days.exchanges())
                .filteredOn(each ->
                        Duration.between(START, Hostile.time(each, "time")).toSeconds() >= last)
                .hasSizeLessThan(5);
    }

    /** Stretches of ten minutes in which anything was sent. */
    private static Set<Long> slots(Hostile campaign) {
        return campaign.exchanges().stream()
                .map(each -> Hostile.time(each, "time").getEpochSecond() / 600)
                .collect(Collectors.toSet());
    }

    @Test
    void humanClock_accounts_sleep() throws IOException {
        Hostile campaign = Hostile.of("human-clock", 0.3, 14, folder);
        long asleep = campaign.timesByAccount().values().stream()
                .filter(times -> busiestTwelveHours(times) > 0.8)
                .count();
        assertThat((double) asleep / campaign.facts().size()).isGreaterThan(0.8);
    }

    private static double busiestTwelveHours(List<Instant> times) {
        return IntStream.range(0, 24)
                .mapToDouble(from -> (double) times.stream()
                                .filter(time -> Math.floorMod(time.getEpochSecond() / 3600 - from, 24) < 12)
                                .count()
                        / times.size())
                .max()
                .orElseThrow();
    }

    @Test
    void guiseClass_accounts_looksLikeOne() throws IOException {
        Hostile campaign = Hostile.of("imitated-class", 1, 5, folder);
        assertThat(campaign.facts("email_domain")).hasSize(1);
        assertThat(campaign.facts("type")).containsExactly("education");
        assertThat(campaign.values("/network/ip")).hasSize(3);
        assertThat(campaign.values("/pathway")).containsExactly("app");
        List<Instant> created = campaign.facts().stream()
                .map(facts -> Hostile.time(facts, "created"))
                .sorted()
                .toList();
        assertThat(Duration.between(created.getFirst(), created.getLast())).isLessThan(Duration.ofHours(2));
        List<JsonNode> sheet = campaign.exchanges().stream()
                .filter(each -> !each.path("request").has("system"))
                .toList();
        int most = askers(sheet, CampaignBehavioursTest::shingles).values().stream()
                .mapToInt(Set::size)
                .max()
                .orElse(0);
        assertThat(most).isGreaterThan(campaign.facts().size() / 2);
    }

    /** Runs of six words. */
    private static List<String> shingles(String turn) {
        List<String> words = List.of(turn.split("\\s+"));
        return IntStream.rangeClosed(0, words.size() - 6)
                .mapToObj(i -> String.join(" ", words.subList(i, i + 6)))
                .toList();
    }

    @Test
    void guiseFirm_accounts_looksLikeOneThatNobodyVerified() throws IOException {
        Hostile campaign = Hostile.of("imitated-firm", 1, 5, folder);
        for (String one : List.of("organization_id", "email_domain", "payment_fingerprint", "signup_country")) {
            assertThat(campaign.facts(one)).as(one).hasSize(1);
        }
        assertThat(campaign.facts("verification")).containsExactly("payment");
        assertThat(campaign.values("/request/system")).hasSizeBetween(1, 8);
        assertThat(campaign.values("/network/ip")).hasSize(2);
    }
}
