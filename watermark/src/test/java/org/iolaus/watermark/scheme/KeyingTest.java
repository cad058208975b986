package org.iolaus.watermark.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyingTest {
    private static final MarkKey CAMPAIGN = new MarkKey("campaign", 1, 2);
    private static final MarkKey ACCOUNT = new MarkKey("account", 3, 4);

    @Test
    void at_underASharedKeying_isTheCampaignsKeyForHalfOfTheWindows() {
        Keying keying = new Keying.Shared(CAMPAIGN, ACCOUNT);

        long campaigns = LongStream.range(0, 10_000)
                .filter(window -> keying.at(window).equals(CAMPAIGN))
                .count();
        assertThat(campaigns).isBetween(4_800L, 5_200L);
    }

    @Test
    void at_forTwoAccountsOfACampaign_dividesWindowsAlike() {
        Keying one = new Keying.Shared(CAMPAIGN, ACCOUNT);
        Keying other = new Keying.Shared(CAMPAIGN, new MarkKey("other account", 5, 6));

        for (long window = 0; window < 1_000; window++) {
            assertThat(one.at(window).equals(CAMPAIGN))
                    .isEqualTo(other.at(window).equals(CAMPAIGN));
        }
    }

    @Test
    void shared_ofOneSecretTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Keying.Shared(CAMPAIGN, new MarkKey("account", 1, 2)))
                .withMessage("keys campaign and account have the same secret, must differ");
    }
}
