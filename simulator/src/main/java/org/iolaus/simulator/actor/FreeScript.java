package org.iolaus.simulator.actor;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Bindings;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/**
 * Free talk: each turn is a fresh expansion of a rule in the speaker's own manner.
 *
 * @param grammar the speaker's language
 * @param rules rules for an opening turn, those used more often several times
 * @param prompts their system prompts
 * @param tools tools on offer
 * @param bindings the speaker's own words
 * @param lowercase whether the speaker never uses capitals
 * @param followUps share of exchanges that continue the conversation before
 * @param lengths how long the answers are
 * @param deal prompts of a corpus in place of some opening turns
 */
public record FreeScript(
        Grammar grammar,
        List<String> rules,
        Prompts prompts,
        List<String> tools,
        Bindings bindings,
        boolean lowercase,
        double followUps,
        Lengths lengths,
        Deal deal)
        implements Script {
    private static final String FOLLOW_UP = "followup";

    /** Talk without a corpus. */
    public FreeScript(
            Grammar grammar,
            List<String> rules,
            Prompts prompts,
            List<String> tools,
            Bindings bindings,
            boolean lowercase,
            double followUps,
            Lengths lengths) {
        this(grammar, rules, prompts, tools, bindings, lowercase, followUps, lengths, Deal.NONE);
    }

    /** The same without system prompts. */
    public FreeScript bare() {
        return new FreeScript(grammar, rules, Prompts.NONE, tools, bindings, lowercase, followUps, lengths, deal);
    }

    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        prompts.write(draft, seed, grammar);
        draft.tools.addAll(tools);
        draft.expectOutput(lengths.at(seed, draft.opening()));
        String rule = draft.followsUp() && random.nextInt(4) > 0 ? FOLLOW_UP : rules.get(random.nextInt(rules.size()));
        Prompt prompt = rule.equals(FOLLOW_UP) ? null : deal.at(0, ordinal);
        if (prompt != null) {
            prompt.write(draft);
            return;
        }
        grammar.expand(rule, new Speech(random, bindings), draft.user);
        if (lowercase) {
            draft.user.lowercase();
        }
    }

    @Override
    public Script dealt(Deals deals, long seed, int exchanges) {
        Deal own = deals.deal(rules.getFirst(), seed, 0, exchanges);
        return new FreeScript(grammar, rules, prompts, tools, bindings, lowercase, followUps, lengths, own);
    }
}
