package org.iolaus.service.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.exchange.Review.Outcome;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests refused because of the address they come from. */
class AddressDecisionsTest {
    private static final String PROXY = "203.0.113.9";

    @TempDir
    private Path folder = Path.of("");

    private Scene scene = new Scene("rules: []\n");

    @BeforeEach
    void write() throws IOException {
        Path proxies = Files.writeString(folder.resolve("proxies.txt"), "203.0.113.0/24\n");
        scene = new Scene("regions: {mode: enforce, unsupported: [AQ], consider: [address], action: restrict,"
                + " proxy_lists: [" + proxies + "], proxy_action: restrict}\n");
    }

    private Answer look(@Nullable String endUser, String ip) {
        return scene.decisions.look(new Query("acct-1", endUser, null, ip));
    }

    @Test
    void look_refusedByAddress_isRecordedOnceWithItsReference() {
        Answer first = look(null, PROXY);
        look(null, PROXY);
        look("eu-1", PROXY);
        look(null, "192.0.2.1");
        assertThat(scene.recorded).as("a look-up does no I/O").isEmpty();
        scene.pass(Duration.ofSeconds(1));
        scene.pass(Duration.ofSeconds(1));

        assertThat(first.permitted()).isFalse();
        assertThat(scene.recorded).hasSize(2).allMatch(change -> change.mode() == Mode.ENFORCE);
        assertThat(scene.recorded.getFirst()).satisfies(change -> {
            assertThat(change.reference()).isEqualTo(first.reference());
            assertThat(change.subject()).isEqualTo(new Subject("acct-1", null));
            assertThat(change.action()).isEqualTo(Action.RESTRICT);
            assertThat(change.reason()).isEqualTo(ReasonCode.REGION_UNKNOWN);
            assertThat(change.group()).isZero();
        });
        assertThat(scene.recorded.getLast().subject()).isEqualTo(new Subject("acct-1", "eu-1"));
        assertThat(scene.decisions.active(Mode.ENFORCE)).isEmpty();
    }

    @Test
    void look_afterAnAppealWasGranted_isServedUntilTheExemptionEnds() {
        long now = scene.now.toEpochMilli() * 1000;
        scene.decisions.reviewed(new Review("acct-1", null, Outcome.OVERTURNED, now, now + 1_000_000));

        assertThat(look(null, PROXY).permitted()).isTrue();
        assertThat(look("eu-1", PROXY).permitted())
                .as("it was about the account")
                .isFalse();
        scene.pass(Duration.ofSeconds(1));
        assertThat(look(null, PROXY).permitted()).isFalse();
    }

    @Test
    void look_afterAnEndUsersAppealWasGranted_servesThatEndUser() {
        long now = scene.now.toEpochMilli() * 1000;
        scene.decisions.reviewed(new Review("acct-1", "eu-1", Outcome.OVERTURNED, now, Long.MAX_VALUE));

        assertThat(look("eu-1", PROXY).permitted()).isTrue();
        assertThat(look("eu-2", PROXY).permitted()).isFalse();
    }
}
