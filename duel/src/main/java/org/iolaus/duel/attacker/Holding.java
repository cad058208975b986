package org.iolaus.duel.attacker;

import org.iolaus.simulator.actor.Actor;

/** An account in the attacker's hands, and what became of it. Not thread-safe. */
public final class Holding {
    /** A moment that has not come. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Actor actor;
    private final Play play;
    private final boolean replacement;
    private final long beginsMicros;
    private int made;
    private int useful;
    private long linkedMicros = NEVER;
    private long madeBeforeLink;
    private long lostMicros = NEVER;

    Holding(Actor actor, Play play, boolean replacement, long beginsMicros) {
        this.actor = actor;
        this.play = play;
        this.replacement = replacement;
        this.beginsMicros = beginsMicros;
    }

    public Actor actor() {
        return actor;
    }

    Play play() {
        return play;
    }

    /** Whether it was bought after a first account had been lost. */
    public boolean replacement() {
        return replacement;
    }

    /** When it takes up work. */
    public long beginsMicros() {
        return beginsMicros;
    }

    /** Exchanges it made. */
    public int made() {
        return made;
    }

    /** Those of them that were of use. */
    public int useful() {
        return useful;
    }

    /** Time of the exchange at which the defender first asked for more than watching, or {@link #NEVER}. */
    public long linkedMicros() {
        return linkedMicros;
    }

    /** Exchanges before that one. */
    public long madeBeforeLink() {
        return madeBeforeLink;
    }

    /** When it could no longer be used, or {@link #NEVER}. */
    public long lostMicros() {
        return lostMicros;
    }

    boolean due(long untilMicros) {
        return lostMicros == NEVER && made < actor.times().length && actor.times()[made] < untilMicros;
    }

    /** Makes its next exchange; whether it was of use. */
    boolean make() {
        boolean use = ((WorkScript) actor.script()).useful(made, actor.seed());
        made++;
        useful += use ? 1 : 0;
        return use;
    }

    void linked(long micros, long before) {
        if (linkedMicros == NEVER) {
            linkedMicros = micros;
            madeBeforeLink = before;
        }
    }

    void lost(long micros) {
        lostMicros = micros;
    }
}
