package org.iolaus.cli.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.cli.proof.Recording.Line;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.honest.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A recording with the facts changed that some accounts' remedies name, and nothing else. Not thread-safe. */
final class Alteration {
    private final Recording recording;
    private final Map<String, Remedy> remedies = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Alteration(Recording recording) {
        this.recording = recording;
    }

    /** Gives an account facts of its own in place of those its remedy names. */
    void change(String accountId, Remedy remedy) {
        remedies.put(accountId, remedy);
        numbers.put(accountId, numbers.size());
    }

    List<Account> accounts() {
        return recording.accounts().stream().map(this::altered).toList();
    }

    List<Line> exchanges() {
        Recording.Reader reader = new Recording.Reader();
        Map<String, Integer> turns = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Line line : recording.exchanges()) {
            Remedy remedy = remedies.get(line.accountId());
            lines.add(
                    remedy == null
                            ? line
                            : reader.read(altered(line, remedy, turns.merge(line.accountId(), 1, Integer::sum))));
        }
        return lines;
    }

    private Account altered(Account old) {
        Remedy remedy = remedies.get(old.accountId());
        if (remedy == null) {
            return old;
        }
        AccountDraft draft = AccountDraft.like(old);
        if (remedy.facts().contains(Remedy.IDENTITY)) {
            draft.emailFingerprint("e:own-" + old.accountId()).paymentFingerprint("p:own-" + old.accountId());
        }
        if (remedy.facts().contains(Remedy.ADDRESSES)) {
            draft.signupIp(address(old.accountId()));
        }
        return draft.account();
    }

    /** The same account, its use agreed with the provider. */
    static Account sanctioned(Account old) {
        return AccountDraft.like(old).sanctionedUse(Set.of("distillation")).account();
    }

    private ObjectNode altered(Line line, Remedy remedy, int turn) {
        ObjectNode tree = line.tree();
        if (remedy.facts().contains(Remedy.ADDRESSES)) {
            ((ObjectNode) tree.path("network")).put("ip", address(line.accountId()));
        }
        if (remedy.facts().contains(Remedy.PROMPTS)) {
            tree.set("request", Talk.request(number(line.accountId()), turn));
        }
        return tree;
    }

    private String address(String accountId) {
        return "2001:db8:" + Integer.toHexString(0x1000 + number(accountId)) + "::1";
    }

    private int number(String accountId) {
        return numbers.getOrDefault(accountId, 0);
    }

    /** Ordinary talk of people who have nothing to do with the recording. */
    private static final class Talk {
        private static final List<List<JsonNode>> REQUESTS = requests();

        static JsonNode request(int person, int turn) {
            List<JsonNode> own = REQUESTS.get(person % REQUESTS.size());
            return own.get(turn % own.size());
        }

        private static List<List<JsonNode>> requests() {
            Scenario people =
                    new Scenario("people", "Ordinary people", 7, List.of(new Group(new Consumer(), 120)), List.of());
            Map<String, List<JsonNode>> byAccount = new HashMap<>();
            List<List<JsonNode>> requests = new ArrayList<>();
            Set<String> texts = new HashSet<>();
            for (Line line : Played.recording(people, 99).exchanges()) {
                JsonNode request = line.tree().path("request");
                if (texts.add(request.toString())) {
                    byAccount
                            .computeIfAbsent(line.accountId(), account -> {
                                List<JsonNode> own = new ArrayList<>();
                                requests.add(own);
                                return own;
                            })
                            .add(request);
                }
            }
            requests.removeIf(own -> own.size() < 3);
            return requests;
        }
    }
}
