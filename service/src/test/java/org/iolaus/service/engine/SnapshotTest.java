package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.log.FolderDisk;
import org.iolaus.service.snapshot.SnapshotStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotTest {
    private static final long MINUTE = 60_000_000L;
    private static final String CONFIGURATION = ConfigurationDigest.of(DetectorConfig.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void load_atRandomPoints_goesOnAsIfNothingHadHappened() throws Exception {
        Traffic traffic = Traffic.demo(1);
        SplittableRandom random = new SplittableRandom(8);
        List<Batch> batches = traffic.batches(random, 9 * MINUTE, 3, 800);
        SnapshotStore<EngineState> store =
                new SnapshotStore<>(new FolderDisk(folder), StateLayout.codec(), CONFIGURATION);
        EngineState state = new EngineState(LiveConfig.DEFAULT);

        int loads = 0;
        for (int i = 0; i < batches.size(); i++) {
            state.apply(i + 1, batches.get(i));
            if (random.nextInt(20) == 0) {
                store.save(state, i + 1, 0);
                state = store.load(1).orElseThrow().state();
                loads++;
            }
        }

        assertThat(loads).isGreaterThan(3);
        assertThat(Traffic.lines(state.detector().findings())).isEqualTo(Traffic.lines(traffic.scan()));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void load_withAStageLeftOut_isTheStateThatWasSaved(Stage stage) throws Exception {
        LiveConfig usual = LiveConfig.DEFAULT;
        EngineState state = new EngineState(
                new LiveConfig(usual.engine(), usual.log(), usual.snapshot(), usual.detector(), Set.of(stage)));
        SnapshotStore<EngineState> store =
                new SnapshotStore<>(new FolderDisk(folder), StateLayout.codec(), CONFIGURATION);
        List<Batch> batches = Traffic.demo(1).batches(new SplittableRandom(8), 9 * MINUTE, 3, 800);
        for (int i = 0; i < batches.size() / 3; i++) {
            state.apply(i + 1, batches.get(i));
        }

        store.save(state, batches.size(), 0);

        assertThat(Traffic.lines(store.load(1).orElseThrow().state().detector().findings()))
                .isEqualTo(Traffic.lines(state.detector().findings()));
    }
}
