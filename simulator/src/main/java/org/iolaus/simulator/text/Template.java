package org.iolaus.simulator.text;

/** Fixed wording around slots that are filled anew each time. Immutable. */
public final class Template {
    private final Grammar grammar;
    private final Node node;

    Template(Grammar grammar, Node node) {
        this.grammar = grammar;
        this.node = node;
    }

    public Grammar grammar() {
        return grammar;
    }

    public void fill(Speech speech, Text out) {
        grammar.expand(node, speech, out);
    }
}
