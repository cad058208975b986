package org.iolaus.simulator.world;

import java.util.Map;
import java.util.SplittableRandom;

/** Countries people sign up from, with their share, calling code and clock. */
public final class Countries {
    private static final Map<String, Integer> ZONE = Map.ofEntries(
            Map.entry("US", -6),
            Map.entry("BR", -3),
            Map.entry("MX", -6),
            Map.entry("AR", -3),
            Map.entry("CO", -5),
            Map.entry("GB", 0),
            Map.entry("DE", 1),
            Map.entry("FR", 1),
            Map.entry("ES", 1),
            Map.entry("IT", 1),
            Map.entry("NL", 1),
            Map.entry("PL", 1),
            Map.entry("EG", 2),
            Map.entry("SA", 3),
            Map.entry("AE", 4),
            Map.entry("MA", 1),
            Map.entry("IN", 5),
            Map.entry("ID", 7),
            Map.entry("VN", 7),
            Map.entry("SG", 8),
            Map.entry("CN", 8),
            Map.entry("TW", 8),
            Map.entry("HK", 8),
            Map.entry("KR", 9),
            Map.entry("JP", 9),
            Map.entry("AU", 10),
            Map.entry("CA", -5),
            Map.entry("NG", 1),
            Map.entry("TR", 3));
    private static final Map<String, String> PREFIX = Map.ofEntries(
            Map.entry("US", "+1"),
            Map.entry("BR", "+55"),
            Map.entry("MX", "+52"),
            Map.entry("AR", "+54"),
            Map.entry("CO", "+57"),
            Map.entry("GB", "+44"),
            Map.entry("DE", "+49"),
            Map.entry("FR", "+33"),
            Map.entry("ES", "+34"),
            Map.entry("IT", "+39"),
            Map.entry("NL", "+31"),
            Map.entry("PL", "+48"),
            Map.entry("EG", "+20"),
            Map.entry("SA", "+966"),
            Map.entry("AE", "+971"),
            Map.entry("MA", "+212"),
            Map.entry("IN", "+91"),
            Map.entry("ID", "+62"),
            Map.entry("VN", "+84"),
            Map.entry("SG", "+65"),
            Map.entry("CN", "+86"),
            Map.entry("TW", "+886"),
            Map.entry("HK", "+852"),
            Map.entry("KR", "+82"),
            Map.entry("JP", "+81"),
            Map.entry("AU", "+61"),
            Map.entry("CA", "+1"),
            Map.entry("NG", "+234"),
            Map.entry("TR", "+90"));
    private static final Weighted<String> SHARE = new Weighted<String>()
            .with("US", 27)
            .with("IN", 9)
            .with("BR", 7)
            .with("GB", 6)
            .with("DE", 6)
            .with("JP", 4)
            .with("FR", 4)
            .with("KR", 5)
            .with("CA", 4)
            .with("ES", 4)
            .with("MX", 4)
            .with("ID", 3)
            .with("VN", 2)
            .with("SG", 2)
            .with("IT", 2)
            .with("NL", 3)
            .with("PL", 2)
            .with("TW", 3)
            .with("HK", 2)
            .with("CN", 2)
            .with("EG", 2)
            .with("SA", 2)
            .with("AE", 1)
            .with("MA", 1)
            .with("AU", 2)
            .with("NG", 2)
            .with("TR", 2)
            .with("AR", 2)
            .with("CO", 2);

    private Countries() {}

    public static String draw(SplittableRandom random) {
        return SHARE.draw(random);
    }

    public static int zone(String country) {
        return ZONE.getOrDefault(country, 0);
    }

    static String prefix(String country) {
        return PREFIX.getOrDefault(country, "+1");
    }

    static Iterable<String> all() {
        return ZONE.keySet().stream().sorted().toList();
    }
}
