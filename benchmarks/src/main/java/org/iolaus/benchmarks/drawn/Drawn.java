package org.iolaus.benchmarks.drawn;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.evaluation.ArchetypeScore;

/** Prints how well campaigns drawn at random are found, and which honest accounts are hurt. */
final class Drawn {
    private Drawn() {}

    /** Arguments: the first seed and how many. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        List<DrawnCampaign> campaigns = new ArrayList<>();
        Map<String, Honest> honest = new TreeMap<>();
        long first = whole("first seed", arguments[0], 0);
        long seeds = whole("seeds", arguments[1], 1);
        out.println(DrawnCampaign.HEADER);
        for (long seed = first; seed < first + seeds; seed++) {
            DrawnRun run = DrawnRun.of(seed);
            for (DrawnCampaign campaign : run.campaigns()) {
                out.println(campaign.line());
            }
            for (ArchetypeScore score : run.honest()) {
                Honest own = Honest.of(score);
                honest.merge(score.archetype(), own, Honest::plus);
                if (own.hurt()) {
                    out.println(String.format(Locale.ROOT, "%6d honest %s: %s", seed, score.archetype(), own.line()));
                }
            }
            campaigns.addAll(run.campaigns());
        }
        means(out, campaigns);
        out.println("\nhonest accounts, by archetype");
        honest.forEach((archetype, all) -> out.printf("%-22s %s%n", archetype, all.line()));
        out.printf(
                "%-22s %s%n",
                "all",
                honest.values().stream().reduce(Honest::plus).orElseThrow().line());
    }

    private static long whole(String name, String value, long least) {
        if (!value.matches("\\d{1,9}") || Long.parseLong(value) < least) {
            System.err.println("drawn: " + name + " " + value + " must be a whole number from " + least
                    + " to 999999999\nMaybe: benchmarks/drawn --first 1 10");
            System.exit(2);
        }
        return Long.parseLong(value);
    }

    private static void means(PrintStream out, List<DrawnCampaign> campaigns) {
        out.println("\nmean over campaigns, by the families of evidence (network, identity, content) that they show");
        out.printf("%-8s %9s %7s %8s%n", "families", "campaigns", "verify", "restrict");
        for (int families = 0; families <= DrawnCampaign.FAMILIES; families++) {
            int shown = families;
            mean(
                    out,
                    String.valueOf(shown),
                    campaigns.stream().filter(each -> each.families() == shown).toList());
        }
        mean(out, "all", campaigns);
    }

    private static void mean(PrintStream out, String families, List<DrawnCampaign> campaigns) {
        if (!campaigns.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-8s %9d %7.3f %8.3f",
                    families,
                    campaigns.size(),
                    campaigns.stream()
                            .mapToDouble(DrawnCampaign::verified)
                            .average()
                            .orElseThrow(),
                    campaigns.stream()
                            .mapToDouble(DrawnCampaign::restricted)
                            .average()
                            .orElseThrow()));
        }
    }

    /**
     * Honest accounts.
     *
     * @param accounts all of them
     * @param asked those asked to verify and not restricted
     * @param restricted those restricted or blocked
     */
    private record Honest(int accounts, int asked, int restricted) {
        static Honest of(ArchetypeScore score) {
            return new Honest(score.accounts(), score.askedToVerify(), score.flagged());
        }

        Honest plus(Honest other) {
            return new Honest(accounts + other.accounts, asked + other.asked, restricted + other.restricted);
        }

        boolean hurt() {
            return asked > 0 || restricted > 0;
        }

        String line() {
            return asked + " asked, " + restricted + " restricted, of " + accounts;
        }
    }
}
