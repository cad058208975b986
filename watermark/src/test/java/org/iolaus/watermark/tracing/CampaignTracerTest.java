package org.iolaus.watermark.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.junit.jupiter.api.Test;

class CampaignTracerTest {
    private static final Scheme SCHEME = Scheme.Gumbel.STANDARD;
    private static final CampaignTracer TRACER = new CampaignTracer(SCHEME, 1e-6, 1, 1);
    private static final List<Campaign> CAMPAIGNS = campaigns();

    private final Marked marked = new Marked(SCHEME, new SplittableRandom(2));

    @Test
    void trace_aTextOfASharedKeying_namesCampaignAndAccount() {
        Campaign campaign = CAMPAIGNS.get(3);
        MarkKey account = campaign.accounts().get(70);
        int[] response = marked.response(new Keying.Shared(campaign.key(), account), 800);

        CampaignTrace trace = TRACER.trace(marked.pairs(List.of(response)), CAMPAIGNS);

        assertNames(trace.campaign(), campaign.key());
        assertNames(trace.account().orElseThrow(), account);
    }

    @Test
    void trace_responsesOfTwoAccountsOfACampaign_namesTheCampaignAlone() {
        Campaign campaign = CAMPAIGNS.get(3);
        List<int[]> responses = IntStream.of(70, 71)
                .mapToObj(i -> marked.response(
                        new Keying.Shared(campaign.key(), campaign.accounts().get(i)), 1_000))
                .toList();

        CampaignTrace trace = TRACER.trace(marked.pairs(responses), CAMPAIGNS);

        assertNames(trace.campaign(), campaign.key());
        assertThat(trace.account()).get().isInstanceOf(Trace.Ambiguous.class);
    }

    @Test
    void trace_anUnmarkedText_namesNothing() {
        CampaignTrace trace = TRACER.trace(marked.pairs(List.of(marked.unmarked(2_000))), CAMPAIGNS);

        assertThat(trace.campaign()).isInstanceOf(Trace.Untraced.class);
        assertThat(trace.account()).isEmpty();
    }

    @Test
    void trace_aShortText_needsTwiceTheTokens() {
        Campaign campaign = CAMPAIGNS.getFirst();
        int[] response = marked.response(
                new Keying.Shared(campaign.key(), campaign.accounts().getFirst()), 54);

        CampaignTrace trace = TRACER.trace(marked.pairs(List.of(response)), CAMPAIGNS);

        assertThat(trace.campaign()).isInstanceOfSatisfying(Trace.TooFewTokens.class, few -> {
            assertThat(few.scoredTokens()).isEqualTo(50);
            assertThat(few.neededTokens()).isBetween(300, 600);
        });
    }

    @Test
    void campaign_withoutAccounts_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Campaign(new MarkKey("campaign", 1, 2), List.of()))
                .withMessage("accounts of campaign campaign are empty, must be at least one");
    }

    private static void assertNames(Trace trace, MarkKey key) {
        assertThat(trace)
                .isInstanceOfSatisfying(
                        Trace.Traced.class,
                        traced -> assertThat(traced.suspect().key()).isEqualTo(key));
    }

    private static List<Campaign> campaigns() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 10)
                .mapToObj(i -> new Campaign(
                        new MarkKey("campaign-" + i, random.nextLong(), random.nextLong()), Keys.draw(200, random)))
                .toList();
    }
}
