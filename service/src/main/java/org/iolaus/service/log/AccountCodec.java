package org.iolaus.service.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.jspecify.annotations.Nullable;

/** Account facts as bytes. */
final class AccountCodec {
    private AccountCodec() {}

    static void encode(Account account, ByteSink sink) {
        sink.string(account.accountId());
        sink.signed(account.updatedMicros());
        sink.signed(account.createdMicros());
        sink.string(account.organizationId());
        sink.string(name(account.type()));
        sink.string(account.plan());
        sink.string(account.emailDomain());
        sink.string(account.emailFingerprint());
        sink.string(account.paymentFingerprint());
        sink.string(account.paymentCountry());
        sink.string(account.phonePrefix());
        sink.string(account.signupIp());
        sink.string(account.signupCountry());
        sink.string(name(account.verification()));
        List<String> uses = new ArrayList<>(account.sanctionedUse());
        uses.sort(null);
        sink.number(uses.size());
        uses.forEach(sink::string);
    }

    static Account decode(ByteSource source) {
        return new Account(
                source.text(),
                source.signed(),
                source.signed(),
                source.string(),
                type(source.string()),
                source.string(),
                source.string(),
                source.string(),
                source.string(),
                source.string(),
                source.string(),
                source.string(),
                source.string(),
                Account.Verification.valueOf(source.text().toUpperCase(Locale.ROOT)),
                uses(source));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static Account.@Nullable Type type(@Nullable String name) {
        return name == null ? null : Account.Type.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Set<String> uses(ByteSource source) {
        int count = source.count(1);
        Set<String> uses = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            uses.add(source.text());
        }
        return uses;
    }
}
