package org.iolaus.service.review.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases and references ask for keys of the same accounts at the same time. */
class VaultPrepareTest {
    private static final List<String> ACCOUNTS =
            IntStream.range(0, 1200).mapToObj(i -> "acct-" + i).toList();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void prepare_sameAccountsFromBothEnds_makesOneKeyEach(TestDatabase kind) throws Exception {
        try (ReviewWorld world = new ReviewWorld(kind, folder);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Map<String, DataKey>>> work =
                    List.of(keys(world, ACCOUNTS), keys(world, ACCOUNTS.reversed()));
            List<Future<Map<String, DataKey>>> done = threads.invokeAll(work);

            Map<String, DataKey> first = done.getFirst().get();
            Map<String, DataKey> second = done.getLast().get();
            assertThat(first.keySet()).containsExactlyInAnyOrderElementsOf(ACCOUNTS);
            assertThat(references(second)).isEqualTo(references(first));
        }
    }

    private static Map<String, String> references(Map<String, DataKey> keys) {
        Map<String, String> references = new TreeMap<>();
        keys.forEach((account, key) -> references.put(account, key.ref()));
        return references;
    }

    private static Callable<Map<String, DataKey>> keys(ReviewWorld world, List<String> accounts) {
        return () -> {
            world.vault.prepare(accounts);
            return world.in(handle -> world.vault.ofAccounts(handle, accounts));
        };
    }
}
