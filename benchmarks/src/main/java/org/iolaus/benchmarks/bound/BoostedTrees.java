package org.iolaus.benchmarks.bound;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Gradient-boosted trees for two classes: LightGBM (Ke et al., NeurIPS 2017), called through its C interface. The library
 * lies in the jar {@code lightgbmlib} for 64-bit Linux. Equal input gives an equal model.
 */
final class BoostedTrees implements AutoCloseable {
    private static final String LIBRARY = "/com/microsoft/ml/lightgbm/linux/x86_64/lib_lightgbm.so";
    private static final String PARAMETERS = "objective=binary num_leaves=15 learning_rate=0.05 min_data_in_leaf=20 "
            + "feature_fraction=0.5 bagging_fraction=0.7 bagging_freq=1 lambda_l2=1 is_unbalance=true seed=1 "
            + "deterministic=true force_row_wise=true num_threads=2 verbosity=-1";
    private static final int ROUNDS = 200;
    private static final int FLOAT32 = 0;

    private final MemorySegment booster;
    private final int columns;

    private BoostedTrees(MemorySegment booster, int columns) {
        this.booster = booster;
        this.columns = columns;
    }

    /**
     * Trains a model.
     *
     * @param rows examples, all of one length
     * @param positive which of them are of the class sought
     */
    static BoostedTrees train(float[][] rows, boolean[] positive) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            MemorySegment parameters = arena.allocateFrom(PARAMETERS);
            int columns = rows[0].length;
            call(
                    Functions.CREATE_DATA,
                    matrix(rows, arena),
                    FLOAT32,
                    rows.length,
                    columns,
                    1,
                    parameters,
                    MemorySegment.NULL,
                    out);
            MemorySegment data = out.get(ADDRESS, 0);
            MemorySegment labels = arena.allocate(JAVA_FLOAT, rows.length);
            for (int i = 0; i < rows.length; i++) {
                labels.setAtIndex(JAVA_FLOAT, i, positive[i] ? 1 : 0);
            }
            call(Functions.SET_FIELD, data, arena.allocateFrom("label"), labels, rows.length, FLOAT32);
            call(Functions.CREATE, data, parameters, out);
            MemorySegment booster = out.get(ADDRESS, 0);
            MemorySegment finished = arena.allocate(JAVA_INT);
            for (int round = 0; round < ROUNDS && finished.get(JAVA_INT, 0) == 0; round++) {
                call(Functions.UPDATE, booster, finished);
            }
            call(Functions.FREE_DATA, data);
            return new BoostedTrees(booster, columns);
        }
    }

    private static MemorySegment matrix(float[][] rows, Arena arena) {
        int columns = rows[0].length;
        MemorySegment matrix = arena.allocate(JAVA_FLOAT, (long) rows.length * columns);
        for (int i = 0; i < rows.length; i++) {
            MemorySegment.copy(rows[i], 0, matrix, JAVA_FLOAT, (long) i * columns * Float.BYTES, columns);
        }
        return matrix;
    }

    /** Chance of each row that it is of the class sought. */
    double[] predict(float[][] rows) {
        if (rows.length == 0) {
            return new double[0];
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chances = arena.allocate(JAVA_DOUBLE, rows.length);
            call(
                    Functions.PREDICT,
                    booster,
                    matrix(rows, arena),
                    FLOAT32,
                    rows.length,
                    columns,
                    1,
                    0,
                    0,
                    -1,
                    arena.allocateFrom(""),
                    arena.allocate(JAVA_LONG),
                    chances);
            return chances.toArray(JAVA_DOUBLE);
        }
    }

    @Override
    public void close() {
        call(Functions.FREE, booster);
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            if ((int) function.invokeWithArguments(arguments) != 0) {
                throw new IllegalStateException("LightGBM refused a call");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The functions of the library. */
    private static final class Functions {
        private static final SymbolLookup SYMBOLS = load();
        static final MethodHandle CREATE_DATA = function(
                "LGBM_DatasetCreateFromMat",
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS);
        static final MethodHandle SET_FIELD =
                function("LGBM_DatasetSetField", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle FREE_DATA = function("LGBM_DatasetFree", ADDRESS);
        static final MethodHandle CREATE = function("LGBM_BoosterCreate", ADDRESS, ADDRESS, ADDRESS);
        static final MethodHandle UPDATE = function("LGBM_BoosterUpdateOneIter", ADDRESS, ADDRESS);
        static final MethodHandle FREE = function("LGBM_BoosterFree", ADDRESS);
        static final MethodHandle PREDICT = function(
                "LGBM_BoosterPredictForMat",
                ADDRESS,
                ADDRESS,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                JAVA_INT,
                ADDRESS,
                ADDRESS,
                ADDRESS);

        private Functions() {}

        @SuppressWarnings("restricted")
        private static SymbolLookup load() {
            try (InputStream bytes = Objects.requireNonNull(Functions.class.getResourceAsStream(LIBRARY), LIBRARY)) {
                Path copy = Files.createTempFile("lib_lightgbm", ".so");
                copy.toFile().deleteOnExit();
                Files.write(copy, bytes.readAllBytes());
                return SymbolLookup.libraryLookup(copy, Arena.global());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("restricted")
        private static MethodHandle function(String name, MemoryLayout... arguments) {
            return Linker.nativeLinker()
                    .downcallHandle(SYMBOLS.find(name).orElseThrow(), FunctionDescriptor.of(JAVA_INT, arguments));
        }
    }
}
