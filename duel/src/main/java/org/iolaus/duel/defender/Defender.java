package org.iolaus.duel.defender;

import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.duel.traffic.Logged;

/** Reads a log as it grows and decides on accounts. It knows nothing but the log and account facts. Not thread-safe. */
public sealed interface Defender permits NoDefender, VolumeDefender, SharingDefender, IolausDefender {
    /** Learns what sign-up and billing know of an account. */
    void account(Account account);

    /** Learns of a model's release. */
    void release(Release release);

    /** Reads an exchange that was served; within an epoch in any order. */
    void exchange(Logged exchange);

    /** Closes the epoch that ends at a time and gives the decisions since the last call. */
    List<Decision> close(long endMicros);
}
