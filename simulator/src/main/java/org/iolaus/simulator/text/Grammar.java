package org.iolaus.simulator.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A context-free grammar with weights all equal. Immutable. */
public final class Grammar {
    private static final int THIN_FROM = 8;

    private final Map<String, Integer> indices;
    private final Node[][] rules;

    Grammar(Map<String, Integer> indices, List<List<Node>> rules) {
        this.indices = indices;
        this.rules = rules.stream().map(list -> list.toArray(Node[]::new)).toArray(Node[][]::new);
    }

    /**
     * The same grammar with a random part of each long rule, so that another seed has other words.
     *
     * @param share share of alternatives kept in rules that have eight or more
     */
    Grammar thinned(SplittableRandom random, double share) {
        List<List<Node>> kept = new ArrayList<>();
        for (Node[] rule : rules) {
            List<Node> alternatives = new ArrayList<>();
            for (Node alternative : rule) {
                if (rule.length < THIN_FROM || random.nextDouble() < share) {
                    alternatives.add(alternative);
                }
            }
            kept.add(alternatives.size() < THIN_FROM / 2 ? List.of(rule) : alternatives);
        }
        return new Grammar(indices, kept);
    }

    public boolean has(String rule) {
        return indices.containsKey(rule);
    }

    /** Appends one expansion of {@code rule}. */
    public void expand(String rule, Speech speech, Text out) {
        Integer index = indices.get(rule);
        if (index == null) {
            throw new IllegalArgumentException("rule " + rule + " must be in the grammar");
        }
        expandRule(index, speech, out);
    }

    public String expand(String rule, SplittableRandom random) {
        Text out = new Text();
        expand(rule, new Speech(random), out);
        return out.toString();
    }

    /** Compiles text whose {@code <rule>} slots are filled anew each time. */
    public Template template(String source) {
        return new Template(this, GrammarParser.node(source, indices, "template"));
    }

    void expand(Node node, Speech speech, Text out) {
        switch (node) {
            case Node.Literal literal -> out.append(literal.text());
            case Node.WholeNumber number -> out.append(speech.random().nextInt(number.low(), number.high() + 1));
            case Node.Reference reference -> expandReference(reference, speech, out);
            case Node.Repeat repeat -> expandRepeat(repeat, speech, out);
            case Node.Choice choice -> {
                Node[] all = choice.alternatives();
                expand(all[speech.random().nextInt(all.length)], speech, out);
            }
            case Node.Sequence sequence -> {
                for (Node part : sequence.parts()) {
                    expand(part, speech, out);
                }
            }
        }
    }

    private void expandRule(int index, Speech speech, Text out) {
        Node[] alternatives = rules[index];
        expand(alternatives[speech.random().nextInt(alternatives.length)], speech, out);
    }

    private void expandReference(Node.Reference reference, Speech speech, Text out) {
        int start = out.size();
        int before = out.length();
        if (!speech.repeat(reference, out)) {
            expandRule(reference.rule(), speech, out);
            if (!reference.memo().isEmpty()) {
                speech.remember(reference.memo(), out.from(start, before));
            }
        }
        if (reference.capital() && out.size() > start) {
            out.capital(start);
        }
    }

    private void expandRepeat(Node.Repeat repeat, Speech speech, Text out) {
        int times = speech.random().nextInt(repeat.low(), repeat.high() + 1);
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                out.append(repeat.separator());
            }
            expandReference(repeat.body(), speech, out);
        }
    }
}
