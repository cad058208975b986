package org.iolaus.simulator.actor;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/**
 * Free talk: each turn is a fresh expansion of a rule in the speaker's own manner.
 *
 * @param grammar the speaker's language
 * @param rules rules for an opening turn, those used more often several times
 * @param system system prompt, empty for none
 * @param tools tools on offer
 * @param bindings the speaker's own words
 * @param lowercase whether the speaker never uses capitals
 * @param followUps share of exchanges that continue the conversation before
 * @param outputMedian usual length of an answer in tokens
 */
public record FreeScript(
        Grammar grammar,
        List<String> rules,
        String system,
        List<String> tools,
        Map<String, String> bindings,
        boolean lowercase,
        double followUps,
        double outputMedian)
        implements Script {
    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        draft.system.append(system);
        draft.tools.addAll(tools);
        draft.expectOutput(outputMedian);
        String rule = draft.followsUp() && random.nextInt(4) > 0 ? "followup" : rules.get(random.nextInt(rules.size()));
        grammar.expand(rule, new Speech(random, bindings), draft.user);
        if (lowercase) {
            draft.user.lowercase();
        }
    }
}
