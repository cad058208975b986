package org.iolaus.simulator.output;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Times;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes account facts, releases, labels and the truth. */
public final class FactsWriter {
    private final JsonFactory json = new JsonFactory();
    private final Path folder;

    public FactsWriter(Path folder) {
        this.folder = folder;
    }

    /** One line of JSON. */
    private interface Line {
        void write(JsonGenerator generator);
    }

    public void accounts(List<Actor> cast) throws IOException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        cast.forEach(actor -> accounts.putIfAbsent(actor.account().accountId(), actor.account()));
        Path file = folder.resolve("accounts.jsonl.zst");
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new ZstdOutputStream(Files.newOutputStream(file), 3), StandardCharsets.UTF_8))) {
            for (Account account : accounts.values()) {
                out.write(line(generator -> account(account, generator)));
            }
        }
    }

    public void releases(List<Release> releases) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Release release : releases) {
            lines.add(line(generator -> {
                generator.writeStringProperty("model", release.model());
                if (release.provider() != null) {
                    generator.writeStringProperty("provider", release.provider());
                }
                generator.writeStringProperty("released", Times.seconds(release.releasedMicros()));
            }));
        }
        Files.writeString(folder.resolve("releases.jsonl"), String.join("", lines));
    }

    public void labels(List<Actor> cast) throws IOException {
        Map<String, Actor> accounts = new LinkedHashMap<>();
        cast.forEach(actor -> accounts.putIfAbsent(actor.account().accountId(), actor));
        try (Writer out = Files.newBufferedWriter(folder.resolve("labels.jsonl"))) {
            for (Actor actor : accounts.values()) {
                out.write(line(generator -> {
                    generator.writeStringProperty("account_id", actor.account().accountId());
                    generator.writeStringProperty("campaign", actor.label().campaign());
                    generator.writeStringProperty("archetype", actor.label().archetype());
                    generator.writeNumberProperty("cover", actor.label().cover());
                    optional("group", actor.label().group(), generator);
                }));
            }
        }
    }

    public void truth(Truth truth) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("truth.json"));
                JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            truth.write(generator);
            generator.writeEndObject();
            generator.writeRaw('\n');
        }
    }

    private String line(Line line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            line.write(generator);
            generator.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void account(Account account, JsonGenerator generator) {
        generator.writeStringProperty("account_id", account.accountId());
        generator.writeStringProperty("created", Times.seconds(account.createdMicros()));
        optional("organization_id", account.organizationId(), generator);
        optional("type", account.type() == null ? null : lower(account.type()), generator);
        optional("plan", account.plan(), generator);
        optional("email_domain", account.emailDomain(), generator);
        optional("email_fingerprint", account.emailFingerprint(), generator);
        optional("payment_fingerprint", account.paymentFingerprint(), generator);
        optional("payment_country", account.paymentCountry(), generator);
        optional("phone_prefix", account.phonePrefix(), generator);
        optional("signup_ip", account.signupIp(), generator);
        optional("signup_country", account.signupCountry(), generator);
        generator.writeStringProperty("verification", lower(account.verification()));
        generator.writeArrayPropertyStart("sanctioned_use");
        account.sanctionedUse().stream().sorted().forEach(generator::writeString);
        generator.writeEndArray();
    }

    private static void optional(
            String name, @org.jspecify.annotations.Nullable String value, JsonGenerator generator) {
        if (value != null) {
            generator.writeStringProperty(name, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
