package org.iolaus.simulator.actor;

import java.util.List;

/** What calls: one client for good, or one after another. */
public sealed interface Program permits Client, Program.Upgrade, Program.Rotation {
    /** The client at a time, for an actor of a seed. */
    Client at(long seed, long timeMicros);

    /**
     * A client replaced by its next version.
     *
     * @param atMicros time of the change
     */
    record Upgrade(Client before, Client after, long atMicros) implements Program {
        @Override
        public Client at(long seed, long timeMicros) {
            return timeMicros < atMicros ? before : after;
        }
    }

    /**
     * Several clients in random order.
     *
     * @param stretchMicros how long one is kept
     */
    record Rotation(List<Client> clients, long stretchMicros) implements Program {
        public Rotation {
            clients = List.copyOf(clients);
        }

        @Override
        public Client at(long seed, long timeMicros) {
            long mixed = Seeds.mix(seed ^ 0x7a11L, Math.floorDiv(timeMicros, stretchMicros));
            return clients.get((int) Math.floorMod(mixed, (long) clients.size()));
        }
    }
}
