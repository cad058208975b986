package org.iolaus.service.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iolaus.service.configuration.InvalidConfiguration;
import org.iolaus.service.configuration.Section;
import org.iolaus.service.review.ReviewConfig;
import org.iolaus.service.review.ReviewDesk;
import org.iolaus.service.review.alert.AlertConfig;
import org.iolaus.service.review.alert.SigningKey;
import org.iolaus.service.review.retention.RetentionConfig;
import org.iolaus.service.review.retention.SampleConfig;
import org.jspecify.annotations.Nullable;

/** Reads the settings of what people work with. */
final class DeskConfig {
    private DeskConfig() {}

    static ReviewDesk.Config of(Section root) {
        return new ReviewDesk.Config(
                review(root.section("review")),
                retention(root.section("retention")),
                samples(root.section("samples")),
                alerts(root.section("alerts")));
    }

    private static ReviewConfig review(Section section) {
        ReviewConfig usual = ReviewConfig.DEFAULT;
        ReviewConfig config = new ReviewConfig(
                section.duration("exemption", usual.exemption()),
                section.count("second_reviewer_from", usual.secondReviewerFrom()),
                section.duration("proposal_life", usual.proposalLife()),
                section.count("max_reason", usual.maxReason()),
                section.duration("log_patience", usual.logPatience()));
        section.done();
        return config;
    }

    private static RetentionConfig retention(Section section) {
        RetentionConfig usual = RetentionConfig.DEFAULT;
        RetentionConfig config = new RetentionConfig(
                section.duration("fingerprints", usual.fingerprints()),
                section.duration("cases", usual.cases()),
                section.duration("references", usual.references()),
                section.duration("alerts", usual.alerts()));
        section.done();
        return config;
    }

    private static SampleConfig samples(Section section) {
        SampleConfig usual = SampleConfig.DEFAULT;
        SampleConfig config = new SampleConfig(
                section.flag("enabled", usual.enabled()),
                section.count("per_account", usual.perAccount()),
                section.count("total", usual.total()),
                section.count("max_bytes", usual.maxBytes()),
                section.duration("life", usual.life()));
        section.done();
        return config;
    }

    private static AlertConfig alerts(Section section) {
        AlertConfig usual = AlertConfig.DEFAULT;
        List<AlertConfig.Target> targets = new ArrayList<>();
        for (Section target : section.sections("targets")) {
            targets.add(target(target));
        }
        Duration timeout = section.duration("timeout", usual.timeout());
        AlertConfig config = new AlertConfig(
                targets,
                section.count("max_attempts", usual.maxAttempts()),
                section.duration("first_wait", usual.firstWait()),
                section.duration("max_wait", usual.maxWait()),
                timeout);
        section.done();
        return config;
    }

    private static AlertConfig.Target target(Section section) {
        String name = required(section, "name");
        String shape = section.text("shape", "generic");
        Optional<String> key = section.text("signing_key");
        URI url;
        try {
            url = URI.create(required(section, "url"));
        } catch (IllegalArgumentException e) {
            throw section.refused("url", "of " + name, "must be a URL");
        }
        AlertConfig.Target target = new AlertConfig.Target(name, url, shape(section, shape), signing(key.orElse(null)));
        section.done();
        return target;
    }

    private static AlertConfig.Shape shape(Section section, String name) {
        for (AlertConfig.Shape shape : AlertConfig.Shape.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).equals(name)) {
                return shape;
            }
        }
        throw section.refused("shape", name, "must be generic or slack");
    }

    private static @Nullable SigningKey signing(@Nullable String key) {
        return key == null ? null : new SigningKey(key);
    }

    private static String required(Section section, String name) {
        return section.text(name)
                .orElseThrow(() ->
                        new InvalidConfiguration("setting " + section.path(name) + " is missing and must be given"));
    }
}
