package org.iolaus.cli.explain;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a scan's files say of an identifier.
 *
 * @param accounts findings on an account, or on its end users
 * @param groups campaigns or watched groups the accounts belong to, or the group itself
 */
public record Explanation(List<JsonNode> accounts, List<JsonNode> groups) {
    public Explanation {
        accounts = List.copyOf(accounts);
        groups = List.copyOf(groups);
    }

    boolean isEmpty() {
        return accounts.isEmpty() && groups.isEmpty();
    }
}
