package org.iolaus.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Exit;

/**
 * Addresses, all made up: access providers and their carrier NATs by country, VPN services, hosting providers. Records
 * carry them in logs only; nothing is ever sent to one. Not thread-safe; used while the world is peopled.
 */
public final class AddressBook {
    private static final int PROVIDERS = 6;
    private static final int NATS = 24;

    private final Map<String, List<Block>> access = new HashMap<>();
    private final Map<String, List<Exit>> carrierNats = new HashMap<>();
    private final List<List<Exit>> vpns = new ArrayList<>();
    private final List<Block> hosting = new ArrayList<>();
    private final List<Exit> homes = new ArrayList<>();
    private int asn = 210_000;

    /** A provider's range: the first two bytes of its IPv4 addresses and its IPv6 prefix. */
    private record Block(int high, int low, String v6, long asn, String country) {}

    AddressBook(SplittableRandom random) {
        for (String country : Countries.all()) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < PROVIDERS; i++) {
                Block first = block(random, country);
                blocks.add(first);
                for (int more = 0; more < 3; more++) {
                    Block next = block(random, country);
                    blocks.add(new Block(next.high, next.low, first.v6, first.asn, country));
                }
            }
            access.put(country, blocks);
            List<Exit> nats = new ArrayList<>();
            for (int i = 0; i < NATS; i++) {
                nats.add(v4(blocks.get(random.nextInt(blocks.size())), random));
            }
            carrierNats.put(country, nats);
        }
        for (int i = 0; i < 30; i++) {
            hosting.add(block(random, Countries.draw(random)));
        }
        for (int i = 0; i < 7; i++) {
            vpns.add(pool(random, 5, random.nextInt(30, 70)));
        }
    }

    private Block block(SplittableRandom random, String country) {
        int high = random.nextInt(20, 190);
        while (high == 100 || high == 127 || high == 169 || high == 172) {
            high = random.nextInt(20, 190);
        }
        String v6 = "2a" + hex(random, 0x100) + ":" + hex(random, 0x10000);
        return new Block(high, random.nextInt(256), v6, asn++, country);
    }

    private static String hex(SplittableRandom random, int bound) {
        String text = Integer.toHexString(random.nextInt(bound));
        return bound == 0x100 && text.length() == 1 ? "0" + text : text;
    }

    private static Exit v4(Block block, SplittableRandom random) {
        return new Exit(
                block.high + "." + block.low + "." + random.nextInt(256) + "." + random.nextInt(1, 255),
                block.asn,
                block.country);
    }

    private Block provider(String country, SplittableRandom random) {
        List<Block> blocks = access.getOrDefault(country, List.of());
        return blocks.get(random.nextInt(blocks.size()));
    }

    /** A household's own address. */
    public Exit home(String country, SplittableRandom random) {
        Block block = provider(country, random);
        Exit exit = random.nextInt(4) > 0
                ? v4(block, random)
                : new Exit(
                        block.v6 + ":" + hex(random, 0x10000) + ":" + hex(random, 0x10000) + "::"
                                + Integer.toHexString(random.nextInt(1, 0xffff)),
                        block.asn,
                        block.country);
        homes.add(exit);
        return exit;
    }

    /** An address that a whole site sits behind: a campus, an office, a venue. */
    public Exit site(String country, SplittableRandom random) {
        return v4(provider(country, random), random);
    }

    /** An address that thousands of strangers on mobile phones share. */
    public Exit carrier(String country, SplittableRandom random) {
        return carrierNats.getOrDefault(country, List.of()).get(random.nextInt(NATS));
    }

    /** A rented server's address. */
    public Exit server(SplittableRandom random) {
        return v4(hosting.get(random.nextInt(hosting.size())), random);
    }

    /** Some exits of one VPN service that strangers use too. */
    public List<Exit> vpn(SplittableRandom random, int exits) {
        List<Exit> service = vpns.get(random.nextInt(vpns.size()));
        return some(service, random, exits);
    }

    /** A new pool of exits at hosting providers, a few networks of 256 addresses wide. */
    public List<Exit> pool(SplittableRandom random, int networks, int exits) {
        List<Exit> pool = new ArrayList<>();
        List<Exit> bases = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            bases.add(server(random));
        }
        for (int i = 0; i < exits; i++) {
            Exit base = bases.get(random.nextInt(networks));
            String prefix = base.ip().substring(0, base.ip().lastIndexOf('.') + 1);
            pool.add(new Exit(prefix + random.nextInt(1, 255), base.asn(), base.country()));
        }
        return pool;
    }

    /** Homes of honest people so far, some of them, as a residential proxy network rents them out. */
    public List<Exit> residential(SplittableRandom random, int exits) {
        return some(homes, random, exits);
    }

    public static <T> List<T> some(List<T> from, SplittableRandom random, int count) {
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(from.get(random.nextInt(from.size())));
        }
        return drawn.stream().distinct().toList();
    }
}
