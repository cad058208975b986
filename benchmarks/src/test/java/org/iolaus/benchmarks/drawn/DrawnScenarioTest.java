package org.iolaus.benchmarks.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.campaign.Exits.Network;
import org.iolaus.simulator.campaign.Life.Signup;
import org.iolaus.simulator.campaign.Shape;
import org.iolaus.simulator.campaign.Tempo.Clock;
import org.iolaus.simulator.campaign.method.Probing;
import org.iolaus.simulator.campaign.method.Replay;
import org.iolaus.simulator.campaign.method.Shards;
import org.iolaus.simulator.campaign.method.Sweep;
import org.junit.jupiter.api.Test;

class DrawnScenarioTest {
    private static final List<Scenario> DRAWN = LongStream.rangeClosed(1, 200)
            .mapToObj(seed -> Scenarios.parse("drawn-" + seed, DrawnScenario.text(seed)))
            .toList();

    private static List<Shape> shapes() {
        return DRAWN.stream().flatMap(each -> each.campaigns().stream()).toList();
    }

    @Test
    void text_ofSeeds_isAcceptedByTheSimulator() {
        int ordinary = Scenarios.named("ordinary").groups().size();
        assertThat(DRAWN).allSatisfy(each -> {
            assertThat(each.campaigns()).hasSize(3);
            assertThat(each.groups().stream().skip(ordinary).map(Scenario.Group::archetype))
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void text_equalSeeds_isEqualAndOthersDiffer() {
        Set<String> texts = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            String text = DrawnScenario.text(seed);
            assertThat(DrawnScenario.text(seed)).isEqualTo(text);
            texts.add(text.substring(text.indexOf('\n')));
        }
        assertThat(texts).hasSize(200);
    }

    @Test
    void text_ofSeeds_hasEveryNetworkSignUpClockAndMethod() {
        Set<Network> networks = EnumSet.allOf(Network.class);
        networks.remove(Network.VPN_NEWCOMERS);
        assertThat(shapes().stream().map(each -> each.exits().network()).distinct())
                .containsExactlyInAnyOrderElementsOf(networks);
        assertThat(shapes().stream().map(each -> each.life().signup()).distinct())
                .containsExactlyInAnyOrder(Signup.values());
        assertThat(shapes().stream().map(each -> each.tempo().clock()).distinct())
                .containsExactlyInAnyOrder(Clock.values());
        assertThat(shapes().stream()
                        .<Class<?>>map(each -> each.work().method().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(Shards.class, Sweep.class, Replay.class, Probing.class);
    }

    @Test
    void text_probing_asksForRefusalAlone() {
        assertThat(shapes())
                .filteredOn(each -> each.work().method() instanceof Probing)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.work().kinds()).containsExactly("refusal"));
    }

    @Test
    void text_ofSeeds_keepsSizesInTheirRange() {
        assertThat(shapes()).allSatisfy(each -> {
            assertThat(each.size().accounts()).isBetween(15, 220);
            assertThat(each.size().median()).isBetween(15.0, 300.0);
        });
    }
}
