package org.iolaus.benchmarks.ablation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.benchmarks.recording.ValueKind;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.pipeline.Findings;

/**
 * What a scan goes without. Values are taken out of fingerprints and account facts before the detector sees them, as if
 * the logs had never held them.
 *
 * @param name what it is called
 * @param kinds values left out
 * @param stages stages left out
 */
record Omission(String name, Set<ValueKind> kinds, Set<Stage> stages) {
    private static final long[] NONE = {};

    /** Nothing left out, then each layer, each family and each stage. */
    static List<Omission> all() {
        List<Omission> all = new ArrayList<>();
        all.add(new Omission("nothing", Set.of(), Set.of()));
        for (ValueKind kind : ValueKind.logged()) {
            all.add(new Omission("layer: " + words(kind), EnumSet.of(kind), Set.of()));
        }
        for (Family family : List.of(Family.NETWORK, Family.IDENTITY, Family.CONTENT)) {
            all.add(new Omission("family: " + words(family), ValueKind.logged(family), Set.of()));
        }
        for (Stage stage : Stage.values()) {
            all.add(new Omission("stage: " + words(stage), Set.of(), EnumSet.of(stage)));
        }
        return all;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    Findings scan(Recording recording) {
        return recording.scan(this::exchange, this::account, stages);
    }

    private boolean omits(ValueKind kind) {
        return kinds.contains(kind);
    }

    private long value(ValueKind kind, long value) {
        return omits(kind) ? 0 : value;
    }

    /** A system prompt left out while its shingles stay becomes one that nobody shares. */
    private long system(Fingerprint from) {
        if (!omits(ValueKind.SYSTEM_PROMPT) || from.system() == 0) {
            return from.system();
        }
        return omits(ValueKind.SYSTEM_SHINGLES) ? 0 : Mixer.mix(from.system(), from.account());
    }

    private Fingerprint exchange(Fingerprint from) {
        return kinds.isEmpty()
                ? from
                : new Fingerprint(
                        from.timeMicros(),
                        from.key(),
                        from.content(),
                        from.accountId(),
                        from.account(),
                        from.endUserId(),
                        from.endUser(),
                        from.model(),
                        from.pathway(),
                        value(ValueKind.EXIT_ADDRESS, from.ip()),
                        value(ValueKind.EXIT_PREFIX, from.prefix()),
                        from.supernet(),
                        from.networkKind(),
                        value(ValueKind.CLIENT, from.client()),
                        system(from),
                        omits(ValueKind.SYSTEM_SHINGLES) ? NONE : from.systemShingles(),
                        value(ValueKind.TOOLS, from.tools()),
                        value(ValueKind.OPENING, from.opening()),
                        omits(ValueKind.RARE_SHINGLES) ? NONE : from.shingles(),
                        value(ValueKind.ITEM, from.item()),
                        from.turnTokens(),
                        from.capabilities(),
                        from.inputTokens(),
                        from.outputTokens(),
                        from.reasoningTokens(),
                        from.maxTokens(),
                        from.refused(),
                        from.conversation());
    }

    private Account account(Account from) {
        AccountDraft draft = AccountDraft.like(from);
        if (omits(ValueKind.EMAIL_PATTERN)) {
            draft.emailFingerprint(null);
        }
        if (omits(ValueKind.PAYMENT)) {
            draft.paymentFingerprint(null);
        }
        if (omits(ValueKind.SIGN_UP_ADDRESS)) {
            draft.signupIp(null);
        }
        return draft.account();
    }
}
