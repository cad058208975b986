package org.iolaus.simulator.actor;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;
import org.iolaus.simulator.text.Text;

/**
 * What a program adds to a system prompt as time goes by: an instruction that is reworded, and values filled in.
 *
 * @param filling what is filled in
 * @param editMicros time between edits; 0 for never
 */
public record Upkeep(Filling filling, long editMicros) {
    /** A prompt that stays as it is. */
    public static final Upkeep NONE = new Upkeep(Filling.NOTHING, 0);

    private static final long[] EDITS = {
        0, 0, 0, 0, 0, 0, 28 * Rhythm.DAY, 7 * Rhythm.DAY, 7 * Rhythm.DAY, 2 * Rhythm.DAY, 6 * Rhythm.HOUR, Rhythm.HOUR
    };

    /** What is filled in. */
    public enum Filling {
        NOTHING,
        /** The date. */
        DATE,
        /** Whom the conversation is with. */
        PERSON,
        /** Passages found for the question. */
        PASSAGES
    }

    /** The law for everybody's own prompts. */
    public static Upkeep draw(SplittableRandom random) {
        int draw = random.nextInt(100);
        Filling filling =
                draw < 70 ? Filling.NOTHING : draw < 86 ? Filling.DATE : draw < 95 ? Filling.PERSON : Filling.PASSAGES;
        return new Upkeep(filling, EDITS[random.nextInt(EDITS.length)]);
    }

    /** Completes the prompt in {@code draft}. */
    void complete(Draft draft, long seed, Grammar grammar) {
        if (draft.system.isEmpty()) {
            return;
        }
        if (editMicros > 0) {
            long version = Math.floorDiv(draft.time() + Math.floorMod(seed, editMicros), editMicros);
            expand("rider", Seeds.mix(seed, version), grammar, draft.system);
        }
        switch (filling) {
            case NOTHING -> {}
            case DATE ->
                draft.system
                        .append("\nToday: ")
                        .append(LocalDate.ofEpochDay(Math.floorDiv(draft.time(), Rhythm.DAY))
                                .toString());
            case PERSON -> expand("filling.person", Seeds.mix(seed ^ 0x71L, draft.opening()), grammar, draft.system);
            case PASSAGES -> expand("filling.passages", Seeds.mix(seed ^ 0x72L, draft.time()), grammar, draft.system);
        }
    }

    private static void expand(String rule, long seed, Grammar grammar, Text out) {
        out.append('\n');
        grammar.expand(rule, new Speech(new SplittableRandom(seed)), out);
    }
}
