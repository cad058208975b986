package org.iolaus.cli.report;

import org.iolaus.cli.wording.Identifiers;

/** How to read the page, for someone who has never seen one. */
final class GuideSection {
    private GuideSection() {}

    static Html render(Identifiers identifiers) {
        return Html.of(
                """
                <section class="guide">
                <h2>How to read this</h2>
                <dl>
                <dt>Campaign</dt><dd>A group of accounts that shows three things at once: <b>coordination</b> (they act \
                together more than chance allows), <b>extraction</b> (what they take is narrow, valuable for training \
                and ever new), and <b>concealment</b> (the relation between them is hidden). A firm’s seats, a class, \
                or an evaluation run each lack one. A group that prompts alone hold together is suspected: its accounts \
                are at most asked to verify.</dd>
                <dt>Reference population</dt><dd>Long-standing verified customers, chosen without regard to what they \
                ask. What they too have in common says nothing against anybody.</dd>
                <dt>Bits</dt><dd>Betting odds on a logarithmic scale. Ten bits: what was seen is at least 1,024 times \
                likelier if the statement is true than under chance. Each further bit doubles it. Negative bits speak \
                against. The bars are logarithmic; their ticks stand at 10, 100 and 1,000 bits.</dd>
                <dt>Verdicts</dt><dd>Weakest first: <i>allow</i>, <i>observe</i> (keep an eye on it), <i>verify</i> \
                (ask for a stronger proof of identity), <i>restrict</i> (limit, pending review by a person), \
                <i>block</i>. Restrict and above need all three things and two independent families of evidence.</dd>
                <dt>Probability</dt><dd>Of the accounts given 0.9, nine in ten are meant to be what the verdict \
                says.</dd>
                <dt>Shadow mode</dt><dd>This scan enforced nothing. It advises; people decide.</dd>
                <dt>Identifiers</dt><dd>{} Why one account or campaign was judged as it was, and what would change it: \
                <code>./iolaus explain ID --in FOLDER</code>.</dd>
                </dl>
                </section>
                """,
                identifiers.full()
                        ? "Shown in full."
                        : "Shortened so that this page can be passed on; scan with --full to show them whole.");
    }
}
