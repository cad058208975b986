package org.iolaus.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {
    /** The C++ standard names the 10,000th number of the default seed, [rand.predef]. */
    @Test
    void next_tenThousandTimes_isTheStandardsNumber() {
        MersenneTwister twister = new MersenneTwister();
        twister.seed(5489);
        for (int i = 1; i < 10_000; i++) {
            twister.next();
        }

        assertThat(twister.next()).isEqualTo(4123659995L);
    }
}
