package org.iolaus.cli.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iolaus.cli.terminal.TextTable;
import org.iolaus.cli.wording.Wording;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;

/** A backtest for a person to read. */
public final class BacktestText {
    private BacktestText() {}

    public static String of(Backtest backtest) {
        return honest(backtest) + served(backtest) + "\n" + groups(backtest) + "\n" + rules(backtest);
    }

    private static String honest(Backtest backtest) {
        if (!backtest.labelled()) {
            return "";
        }
        int subjects = 0;
        int refused = 0;
        int touched = 0;
        for (Backtest.Group group : backtest.groups()) {
            if (group.honest) {
                subjects += group.subjects;
                touched += Backtest.hit(group);
                for (Action action : Action.values()) {
                    refused += action.refuses() ? group.unshadowed.getOrDefault(action, 0) : 0;
                }
            }
        }
        return "Honest accounts refused: " + Wording.count(refused) + " of " + Wording.count(subjects)
                + "; touched in any way: " + Wording.count(touched) + ".\n";
    }

    private static String served(Backtest backtest) {
        return backtest.policy().terms().mode() == Mode.SHADOW
                ? "With nothing in shadow. The policy's mode is shadow, so as it stands nobody is hit.\n"
                : "With nothing in shadow; in brackets what is served as it stands, where that differs.\n";
    }

    private static String groups(Backtest backtest) {
        List<Action> actions = Arrays.stream(Action.values())
                .filter(action -> backtest.groups().stream().anyMatch(group -> group.unshadowed.containsKey(action)))
                .toList();
        List<String> header = new ArrayList<>(List.of("GROUP", "SUBJECTS"));
        List<Integer> numbers = new ArrayList<>(List.of(1));
        for (Action action : actions) {
            numbers.add(header.size());
            header.add(action.label().toUpperCase(Locale.ROOT));
        }
        TextTable table = new TextTable(header, numbers);
        for (Backtest.Group group : backtest.groups()) {
            List<Object> row = new ArrayList<>();
            row.add(group.honest ? group.name + " (honest)" : group.name);
            row.add(Wording.count(group.subjects));
            actions.forEach(action -> row.add(cell(backtest, group, action)));
            table.row(row.toArray());
        }
        return table.render();
    }

    private static String cell(Backtest backtest, Backtest.Group group, Action action) {
        int unshadowed = group.unshadowed.getOrDefault(action, 0);
        int served = group.served.getOrDefault(action, 0);
        boolean same = served == unshadowed || backtest.policy().terms().mode() == Mode.SHADOW;
        return Wording.count(unshadowed) + (same ? "" : " (" + Wording.count(served) + ")");
    }

    private static String rules(Backtest backtest) {
        List<String> header = new ArrayList<>(List.of("DECIDED BY", "ACTION", "SUBJECTS"));
        if (backtest.labelled()) {
            header.add("HONEST");
        }
        TextTable table = new TextTable(header, List.of(2, 3));
        backtest.rules().forEach((rule, hits) -> {
            List<Object> row = new ArrayList<>(List.of(rule, backtest.describe(rule), Wording.count(hits.subjects)));
            if (backtest.labelled()) {
                row.add(Wording.count(hits.honest));
            }
            table.row(row.toArray());
        });
        return table.render();
    }
}
