package org.iolaus.benchmarks.ablation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.pipeline.Findings;

/**
 * What a scan goes without. Values are taken out of fingerprints and account facts before the detector sees them, as if
 * the logs had never held them.
 *
 * @param name what it is called
 * @param fields values left out
 * @param stages stages left out
 */
record Omission(String name, Set<Field> fields, Set<Stage> stages) {
    private static final long[] NONE = {};

    /** A kind of value. */
    enum Field {
        EXIT_ADDRESS,
        EXIT_PREFIX,
        SIGN_UP_ADDRESS,
        CLIENT,
        PAYMENT,
        EMAIL_PATTERN,
        SYSTEM_PROMPT,
        SYSTEM_SHINGLES,
        TOOLS,
        OPENING,
        RARE_SHINGLES,
        ITEM
    }

    /** Nothing left out, then each layer, each family and each stage. */
    static List<Omission> all() {
        List<Omission> all = new ArrayList<>();
        all.add(new Omission("nothing", Set.of(), Set.of()));
        for (Field field : Field.values()) {
            all.add(new Omission("layer: " + words(field), EnumSet.of(field), Set.of()));
        }
        all.add(family("network", EnumSet.of(Field.EXIT_ADDRESS, Field.EXIT_PREFIX, Field.SIGN_UP_ADDRESS)));
        all.add(family("identity", EnumSet.of(Field.PAYMENT, Field.EMAIL_PATTERN)));
        all.add(family("content", EnumSet.range(Field.SYSTEM_PROMPT, Field.ITEM)));
        for (Stage stage : Stage.values()) {
            all.add(new Omission("stage: " + words(stage), Set.of(), EnumSet.of(stage)));
        }
        return all;
    }

    private static Omission family(String name, Set<Field> fields) {
        return new Omission("family: " + name, fields, Set.of());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    Findings scan(Recording recording) {
        return recording.scan(this::exchange, this::account, stages);
    }

    private boolean omits(Field field) {
        return fields.contains(field);
    }

    private long value(Field field, long value) {
        return omits(field) ? 0 : value;
    }

    /** A system prompt left out while its shingles stay becomes one that nobody shares. */
    private long system(Fingerprint from) {
        if (!omits(Field.SYSTEM_PROMPT) || from.system() == 0) {
            return from.system();
        }
        return omits(Field.SYSTEM_SHINGLES) ? 0 : Mixer.mix(from.system(), from.account());
    }

    private Fingerprint exchange(Fingerprint from) {
        return fields.isEmpty()
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
                        value(Field.EXIT_ADDRESS, from.ip()),
                        value(Field.EXIT_PREFIX, from.prefix()),
                        from.asn(),
                        from.networkKind(),
                        value(Field.CLIENT, from.client()),
                        system(from),
                        omits(Field.SYSTEM_SHINGLES) ? NONE : from.systemShingles(),
                        value(Field.TOOLS, from.tools()),
                        value(Field.OPENING, from.opening()),
                        omits(Field.RARE_SHINGLES) ? NONE : from.shingles(),
                        value(Field.ITEM, from.item()),
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
        return fields.isEmpty()
                ? from
                : new Account(
                        from.accountId(),
                        from.updatedMicros(),
                        from.createdMicros(),
                        from.organizationId(),
                        from.type(),
                        from.plan(),
                        from.emailDomain(),
                        omits(Field.EMAIL_PATTERN) ? null : from.emailFingerprint(),
                        omits(Field.PAYMENT) ? null : from.paymentFingerprint(),
                        from.paymentCountry(),
                        from.phonePrefix(),
                        omits(Field.SIGN_UP_ADDRESS) ? null : from.signupIp(),
                        from.signupCountry(),
                        from.verification(),
                        from.sanctionedUse());
    }
}
