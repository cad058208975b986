package org.iolaus.benchmarks.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.iolaus.simulator.campaign.Work;

/**
 * A scenario drawn at random: every evasion crossed with every other, where the bundled scenarios vary one thing each.
 * Equal seeds give equal text.
 *
 * <p>The laws; what is drawn from a list is drawn evenly, knobs are drawn independently, a value that is named twice is
 * twice as likely:
 *
 * <ul>
 *   <li>the window is 7, 10, 14 or 21 days; the population is {@code ordinary} and three different archetypes out of
 *       {@link #LOOK_ALIKES}, each 30, 60 or 120 accounts a group in one to three groups;
 *   <li>three campaigns of 15 to 220 accounts and 15 to 300 exchanges an account in two weeks, both log-uniform;
 *   <li>work of one (half the time), two or three kinds in one to eight wordings, cover 0.1, 0.2, 0.3, 0.5, 0.7 or 0.85,
 *       reworded one time in three, pivot 0, 0.2, 0.45 or 0.6, answers of 300, 600, 1100 or 1500 tokens, a system prompt
 *       two times in three; in shards six times in nine, else swept, replayed or probed; probing asks for refusal alone,
 *       with 150, 300 or 600 probes;
 *   <li>exits of one of {@link #NETWORKS}, 1, 2, 5 or 10 an account, kept 0, 30, 60, 600 or 2880 minutes; a TLS
 *       fingerprint kept for good half the time, else 30 or 600 minutes;
 *   <li>sign-up by one of {@link #SIGN_UPS}, 1 (one time in three), 3, 8, 12 or 30 accounts a card, bans after three days
 *       one time in four, a tenth of the accounts bought from customers one time in four, a start at 0 (half the time),
 *       0.2 or 0.4 of the window;
 *   <li>one of {@link #CLOCKS}; batches with 0, 20, 180 or 1440 minutes of jitter.
 * </ul>
 */
final class DrawnScenario {
    /** Honest archetypes that share something a campaign shares, too. */
    static final List<String> LOOK_ALIKES = List.of(
            "class",
            "remote-course",
            "hackathon",
            "agency",
            "judge-researcher",
            "sanctioned",
            "sdk-release",
            "vpn-move",
            "growing-startup",
            "carrier-nat",
            "client-agency",
            "unverified-tickets",
            "unverified-documents",
            "unverified-reviews",
            "web-gateway",
            "relay-user",
            "niche-vpn",
            "policy-scholar",
            "vpn-user",
            "viral-prompt",
            "coworking",
            "privacy-minded");

    static final List<String> NETWORKS = List.of("datacentre", "shared-vpn", "residential", "scattered", "geo-matched");
    static final List<String> SIGN_UPS = List.of("bursts", "gradual", "ordinary", "aged", "fresh");
    static final List<String> CLOCKS = List.of("round-the-clock", "human", "batches", "flat-out");

    private static final List<String> METHODS =
            List.of("shards", "shards", "shards", "shards", "shards", "shards", "sweep", "replay", "probing");
    private static final int CAMPAIGNS = 3;

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();

    private DrawnScenario(long seed) {
        random = new SplittableRandom(seed);
        line("summary: Drawn at random, %d", seed);
    }

    /** The YAML of a seed's scenario. */
    static String text(long seed) {
        DrawnScenario drawn = new DrawnScenario(seed);
        drawn.population();
        drawn.line("campaigns:");
        for (int i = 1; i <= CAMPAIGNS; i++) {
            drawn.campaign("drawn-" + i);
        }
        return drawn.text.toString();
    }

    private void population() {
        line("days: %d", any(7, 10, 14, 21));
        line("population:");
        line("  - {like: ordinary}");
        for (String archetype : some(LOOK_ALIKES, 3)) {
            line("  - {archetype: %s, accounts: %d, groups: %d}", archetype, any(30, 60, 120), any(1, 2, 3));
        }
    }

    private void campaign(String name) {
        line("  - name: %s", name);
        line("    size: {accounts: %d, exchanges: %d}", logUniform(15, 220), logUniform(15, 300));
        work();
        line(
                "    exits: {network: %s, per_account: %d, rotation_minutes: %d, client_minutes: %d}",
                any(NETWORKS), any(1, 2, 5, 10), any(0, 30, 60, 600, 2880), any(0, 0, 30, 600));
        line(
                "    life: {signup: %s, accounts_per_card: %d, days: %d, aged_in: %.1f, from: %.1f}",
                any(SIGN_UPS),
                any(1, 1, 3, 8, 12, 30),
                any(0, 0, 0, 3),
                any(0.0, 0.0, 0.0, 0.1),
                any(0.0, 0.0, 0.2, 0.4));
        String clock = any(CLOCKS);
        line("    tempo: {clock: %s, jitter_minutes: %d}", clock, clock.equals("batches") ? any(0, 20, 180, 1440) : 0);
    }

    private void work() {
        String method = any(METHODS);
        boolean probing = method.equals("probing");
        List<String> kinds = probing ? List.of("refusal") : some(List.copyOf(Work.KINDS), any(1, 1, 2, 3));
        line(
                "    work: {kinds: %s, wordings: %d, cover: %.2f, reworded: %b, pivot: %.2f, answer_tokens: %d, system: %b,"
                        + " method: %s%s}",
                kinds,
                random.nextInt(1, 9),
                any(0.1, 0.2, 0.3, 0.5, 0.7, 0.85),
                any(false, false, true),
                any(0.0, 0.2, 0.45, 0.6),
                any(300, 600, 1100, 1500),
                any(true, true, false),
                method,
                probing ? ", probes: " + any(150, 300, 600) : "");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private int logUniform(int least, int most) {
        return (int) Math.round(least * Math.pow((double) most / least, random.nextDouble()));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Different ones of a list. */
    private <T> List<T> some(List<T> all, int count) {
        List<T> left = new ArrayList<>(all);
        List<T> some = new ArrayList<>();
        while (some.size() < count) {
            some.add(left.remove(random.nextInt(left.size())));
        }
        return some;
    }
}
