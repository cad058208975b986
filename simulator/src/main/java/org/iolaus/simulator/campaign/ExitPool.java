package org.iolaus.simulator.campaign;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.iolaus.simulator.actor.Exit;
import org.iolaus.simulator.actor.Rhythm;
import org.iolaus.simulator.honest.Cast;
import org.iolaus.simulator.world.AddressBook;

/** Draws the exits that a campaign has. */
final class ExitPool {
    private static final long NEW = 60 * Rhythm.DAY;
    /** Draws after which every exit of a service has been drawn, but for a chance of one in thousands. */
    private static final int ALL = 1000;

    private static final int SERVICES = 12;

    private ExitPool() {}

    static List<Exit> of(Exits exits, Cast cast, SplittableRandom random) {
        AddressBook addresses = cast.world().addresses();
        return switch (exits.network()) {
            case DATACENTRE -> addresses.pool(random, Math.max(2, exits.pool() / 12), exits.pool());
            case SHARED_VPN -> addresses.vpn(random, exits.pool());
            case RESIDENTIAL, GEO_MATCHED -> addresses.residential(random, exits.pool());
            case SCATTERED -> List.of(addresses.home("US", random), addresses.home("DE", random));
            case VPN_NEWCOMERS -> AddressBook.some(withoutNewcomers(cast, random), random, exits.pool());
        };
    }

    /** The exits that no newcomer signed up through, of the service, among a dozen draws, that has fewest newcomers. */
    private static List<Exit> withoutNewcomers(Cast cast, SplittableRandom random) {
        Set<String> taken = new HashSet<>();
        cast.actors().stream()
                .filter(actor -> actor.account().createdMicros() > cast.world().start() - NEW)
                .forEach(actor -> taken.add(String.valueOf(actor.account().signupIp())));
        return Stream.generate(() -> cast.world().addresses().vpn(random, ALL))
                .limit(SERVICES)
                .min(Comparator.comparingLong(service -> newcomers(service, taken)))
                .orElseThrow()
                .stream()
                .filter(exit -> !taken.contains(exit.ip()))
                .toList();
    }

    private static long newcomers(List<Exit> service, Set<String> taken) {
        return service.stream().filter(exit -> taken.contains(exit.ip())).count();
    }
}
