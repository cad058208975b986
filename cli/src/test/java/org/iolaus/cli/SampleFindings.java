package org.iolaus.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.iolaus.cli.output.Run;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.CampaignFinding.Day;
import org.iolaus.detection.campaign.CampaignFinding.Drawing;
import org.iolaus.detection.campaign.CampaignFinding.Link;
import org.iolaus.detection.campaign.Column;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Pivot;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;

/** Findings as a scan of two weeks might give them: two campaigns, three cleared groups, a watched one, accounts of every verdict. */
public final class SampleFindings {
    private static final long START = micros("2026-02-10T00:00:00Z");
    private static final long DAY = 86_400_000_000L;

    private SampleFindings() {}

    public static Findings findings() {
        return new Findings(
                List.of(hydra(), rubrics()),
                accounts(),
                cleared(),
                List.of(watched()),
                280_279,
                1_204,
                3,
                17,
                4_535,
                START + 71_000_000,
                START + 14 * DAY - 5_000_000,
                2_871,
                Map.of("rare_objects_evicted", 1_893L),
                List.of("9.3 % of exchanges carry no address; the network family is weaker for them."));
    }

    public static Run run() {
        return new Run(
                "0.1.0",
                "c0ffee12",
                List.of("exchanges.jsonl.zst"),
                List.of("accounts.jsonl.zst"),
                281_503,
                36_044_891,
                new TreeMap<>(Map.of("time_without_zone", 12L, "invalid_json", 5L)),
                0,
                new TreeMap<>(Map.of("exchanges", 1L)),
                new TreeMap<>(Map.of("network.ip", 26_066L, "response.text", 280_279L)),
                2,
                4.4,
                new TreeMap<>(Map.of("read", 5.1, "detect", 2.2)),
                812L << 20,
                null);
    }

    private static CampaignFinding hydra() {
        List<ColumnScore> columns = List.of(
                new ColumnScore(
                        Column.COORDINATION,
                        412.62,
                        true,
                        List.of(
                                evidence(
                                        "shared_payment",
                                        Column.COORDINATION,
                                        188.21,
                                        "312 accounts share 14 payment fingerprints that no other customer uses",
                                        "p:fa6d1ffd5fc3e964",
                                        "p:546e9812c07f4e19",
                                        "p:a02a4f64e5d9d443"),
                                evidence(
                                        "shared_addresses",
                                        Column.COORDINATION,
                                        131.0,
                                        "287 accounts rotate through 61 addresses of two hosting providers",
                                        "203.0.113.0/24",
                                        "198.51.100.0/24"),
                                evidence(
                                        "template_family",
                                        Column.COORDINATION,
                                        97.4,
                                        "One system prompt with 9 rewordings carries 94 % of their requests")),
                        List.of(evidence(
                                "popular_client",
                                Column.COORDINATION,
                                -3.99,
                                "Their client (openai-python 1.40.0) is used by one customer in six"))),
                new ColumnScore(
                        Column.EXTRACTION,
                        96.3,
                        true,
                        List.of(
                                evidence(
                                        "partitioned_items",
                                        Column.EXTRACTION,
                                        58.8,
                                        "18,204 items of one frame are divided over the accounts; chance would repeat 2,310,"
                                                + " here 41 repeat"),
                                evidence(
                                        "capability_mix",
                                        Column.EXTRACTION,
                                        44.0,
                                        "Agentic coding and tool use make up 91 % of requests, against 12 % elsewhere")),
                        List.of(evidence(
                                "ordinary_use",
                                Column.EXTRACTION,
                                -6.5,
                                "29 accounts also chat about everyday things"))),
                new ColumnScore(
                        Column.CONCEALMENT,
                        24.1,
                        true,
                        List.of(evidence(
                                "claimed_strangers",
                                Column.CONCEALMENT,
                                24.1,
                                "They claim 298 separate organisations and none is verified")),
                        List.of()));
        Random random = new Random(7);
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            days.add(new Day(
                    START + (i + 1) * DAY,
                    1_800 + random.nextInt(900) + 160L * i,
                    90 + 17 * i,
                    i == 7 ? 0 : 12 + random.nextInt(34)));
        }
        return new CampaignFinding(
                "cmp-2026-02-0001",
                START + DAY + 36_123_456L,
                START + 14 * DAY - 5_000_000,
                START + DAY + DAY / 4,
                317,
                41_214,
                98_765_432,
                0.99997,
                "restrict",
                Map.of("agentic_coding", 0.61, "tool_use", 0.30, "reasoning", 0.09),
                Map.of("atlas-4-large", 0.52, "atlas-4.5-large", 0.48),
                Map.of("api", 0.8, "cloudone", 0.2),
                List.of(new Pivot(
                        "atlas-4-large", "atlas-4.5-large", START + 8 * DAY + DAY / 3, START + 9 * DAY, 0.48)),
                columns,
                List.of("AML.T0024.002", "AML.T0008.005", "AML.T0021"),
                days,
                drawing(70, new String[] {"network", "identity", "content"}),
                "317 accounts that claim to be strangers pay from 14 shared means of payment, rotate through the same"
                        + " hosting addresses, and divide one agentic-coding data set among them.",
                "Would be cleared if the provider had verified what ties them.");
    }

    private static CampaignFinding rubrics() {
        return new CampaignFinding(
                "cmp-2026-02-0002",
                START + 5 * DAY,
                START + 11 * DAY,
                START + 6 * DAY,
                42,
                3_871,
                2_210_000,
                0.9312,
                "verify",
                Map.of("rubric_grading", 0.88, "ordinary", 0.12),
                Map.of("atlas-4-large", 1.0),
                Map.of(),
                List.of(),
                List.of(
                        new ColumnScore(
                                Column.COORDINATION,
                                31.0,
                                true,
                                List.of(evidence(
                                        "template_family",
                                        Column.COORDINATION,
                                        31.0,
                                        "All 42 accounts grade answers with one rubric of 31 lines")),
                                List.of()),
                        new ColumnScore(
                                Column.EXTRACTION,
                                22.5,
                                true,
                                List.of(evidence(
                                        "partitioned_items",
                                        Column.EXTRACTION,
                                        22.5,
                                        "3,702 answers to grade, none sent twice")),
                                List.of()),
                        new ColumnScore(
                                Column.CONCEALMENT,
                                11.2,
                                true,
                                List.of(evidence(
                                        "signup_burst",
                                        Column.CONCEALMENT,
                                        11.2,
                                        "38 of the accounts were made within two hours")),
                                List.of())),
                List.of("AML.T0024.002"),
                List.of(new Day(START + 5 * DAY, 900, 30, 30), new Day(START + 7 * DAY, 2_971, 42, 12)),
                drawing(24, new String[] {"content"}),
                "42 accounts grade answers with one rubric and never the same answer twice; only content links them,"
                        + " so asking them to verify is as far as the evidence goes.",
                "Would be cleared if they graded the same answers.");
    }

    private static Drawing drawing(int size, String[] families) {
        Random random = new Random(size);
        List<String> names = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(String.format("acct-%016x", random.nextLong()));
            for (int j = 0; j < 3 && i > 2; j++) {
                int block = i / 12 * 12;
                int to = random.nextInt(10) == 0 ? random.nextInt(i) : block + random.nextInt(Math.max(1, i - block));
                if (to < i) {
                    links.add(new Link(i, to, families[random.nextInt(families.length)], 12 + random.nextInt(60)));
                }
            }
        }
        return new Drawing(names, links);
    }

    private static List<AccountFinding> accounts() {
        List<AccountFinding> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            accounts.add(new AccountFinding(
                    String.format("acct-c27de02b399a%04x", i * 977),
                    null,
                    "cmp-2026-02-0001",
                    null,
                    Verdict.RESTRICT,
                    0.998 - i * 0.001,
                    START + (2 + i % 5) * DAY + i * 61_000_000L,
                    14 + i,
                    690 - 11L * i,
                    List.of(
                            evidence(
                                    "shared_payment",
                                    Column.COORDINATION,
                                    41.21,
                                    "Pays with p:fa6d1ffd5fc3e964, as 22 others here do",
                                    "p:fa6d1ffd5fc3e964"),
                            evidence(
                                    "template_family",
                                    Column.COORDINATION,
                                    18.0,
                                    "96 % of its requests follow the campaign's system prompt"),
                            evidence(
                                    "partitioned_items",
                                    Column.EXTRACTION,
                                    58.8,
                                    "18,204 items of one frame are divided over the accounts")),
                    List.of(evidence("tenure", Column.CONCEALMENT, -1.5, "The account is 40 days old")),
                    "Would fall to verify if the payment were shown to be its own, or if the organisation verified."));
        }
        accounts.add(new AccountFinding(
                "acct-reseller-01",
                "eu-5d2a77c1b04e",
                "cmp-2026-02-0002",
                null,
                Verdict.VERIFY,
                0.931,
                -1,
                -1,
                212,
                List.of(evidence("template_family", Column.COORDINATION, 31.0, "Grades with the campaign's rubric")),
                List.of(),
                "Would fall to observe if its end user verified."));
        accounts.add(new AccountFinding(
                "acct-1b0e44f7a2d95c38",
                null,
                null,
                null,
                Verdict.OBSERVE,
                0.41,
                -1,
                -1,
                5_012,
                List.of(evidence("capability_mix", Column.EXTRACTION, 12.0, "99 % of its requests elicit reasoning")),
                List.of(),
                "Would fall to allow if its use were declared as evaluation."));
        return accounts;
    }

    private static List<CampaignFinding> cleared() {
        return List.of(
                cleared(
                        "grp-0001",
                        640,
                        21_400,
                        "ordinary",
                        288,
                        true,
                        -12,
                        false,
                        -40,
                        false,
                        "640 accounts of one verified organisation: its relation is declared."),
                cleared(
                        "grp-0002",
                        188,
                        9_120,
                        "coding",
                        143.3,
                        true,
                        2.1,
                        false,
                        6.3,
                        false,
                        "A class: 188 new accounts work through the same 24 exercises over and over."),
                cleared(
                        "grp-0003",
                        57,
                        2_230,
                        "agentic_coding",
                        61,
                        true,
                        19.8,
                        true,
                        0,
                        false,
                        "57 accounts use one popular agent framework from homes of their own; nothing is hidden."));
    }

    private static CampaignFinding cleared(
            String id,
            int accounts,
            long exchanges,
            String capability,
            double coordination,
            boolean coordinated,
            double extraction,
            boolean extracts,
            double concealment,
            boolean conceals,
            String why) {
        return new CampaignFinding(
                id,
                START,
                START + 14 * DAY,
                -1,
                accounts,
                exchanges,
                1_000_000,
                0.001,
                "allow",
                Map.of(capability, 1.0),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(
                        new ColumnScore(Column.COORDINATION, coordination, coordinated, List.of(), List.of()),
                        new ColumnScore(Column.EXTRACTION, extraction, extracts, List.of(), List.of()),
                        new ColumnScore(Column.CONCEALMENT, concealment, conceals, List.of(), List.of())),
                List.of(),
                List.of(),
                new Drawing(List.of(), List.of()),
                why,
                "A campaign would need what it lacks.");
    }

    private static CampaignFinding watched() {
        CampaignFinding shape = cleared(
                "grp-0004",
                31,
                2_004,
                "coding",
                51.5,
                true,
                33.2,
                true,
                0.4,
                false,
                "31 accounts share addresses and prompts. What they ask for is worth training on, but they do not hide"
                        + " that they belong together.");
        return new CampaignFinding(
                shape.id(),
                shape.firstActivity(),
                shape.lastActivity(),
                shape.detectedAt(),
                shape.accounts(),
                shape.exchanges(),
                shape.outputTokens(),
                0.47,
                "observe",
                shape.capabilities(),
                shape.models(),
                shape.pathways(),
                shape.pivots(),
                shape.columns(),
                shape.techniques(),
                shape.timeline(),
                shape.drawing(),
                shape.explanation(),
                "A campaign would need a relation that is hidden.");
    }

    private static Evidence evidence(String kind, Column column, double bits, String summary, String... values) {
        return new Evidence(kind, column, bits, summary, List.of(values));
    }

    private static long micros(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000;
    }
}
