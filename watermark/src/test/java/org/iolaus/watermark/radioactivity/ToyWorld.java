package org.iolaus.watermark.radioactivity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/** A teacher whose answers, some of them marked, a student is trained on. Texts have 200 tokens. */
final class ToyWorld {
    static final int TRAINING_TOKENS = 2_000_000;
    static final int SAMPLED_TOKENS = 200_000;

    private static final int LENGTH = 200;

    private final ToyTeacher teacher = new ToyTeacher();
    private final Scheme scheme;
    private final RandomGenerator random;
    private final List<int[]> marked = new ArrayList<>();
    private final List<int[]> training = new ArrayList<>();

    ToyWorld(int window, long seed) {
        this.scheme = new Scheme.Gumbel(new ContextWindow(window));
        this.random = new SplittableRandom(seed);
    }

    /** A key of a number; keys of different numbers are different. */
    static MarkKey key(int number) {
        RandomGenerator bits = new SplittableRandom(number);
        return new MarkKey("key " + number, bits.nextLong(), bits.nextLong());
    }

    Scheme scheme() {
        return scheme;
    }

    double teacherEntropy() {
        return teacher.entropy();
    }

    /** Serves a share of the training data under one keying. */
    ToyWorld serve(double share, Keying keying) {
        for (int texts = (int) (share * TRAINING_TOKENS / LENGTH); texts > 0; texts--) {
            marked.add(teacher.write(LENGTH, scheme, keying, random));
        }
        return this;
    }

    /** Fills the training data up with unmarked text and trains a student on it. */
    ToyStudent student() {
        training.addAll(marked);
        while (training.size() < TRAINING_TOKENS / LENGTH) {
            training.add(teacher.write(LENGTH, random));
        }
        return new ToyStudent(training);
    }

    /** Texts that were served with a mark. */
    List<int[]> marked() {
        return marked;
    }

    /** What a student writes. */
    List<Output> outputs(ToyStudent student, int tokens) {
        List<Output> outputs = new ArrayList<>();
        for (int texts = tokens / LENGTH; texts > 0; texts--) {
            outputs.add(Output.of(student.write(LENGTH, random)));
        }
        return outputs;
    }
}
